/** Days in which recovered money is to be passed on to the creditor; then an alarm is raised. RDG 13g and Model Rule 1.15(d) say: at once. */
export const daysToRemit = 10;
