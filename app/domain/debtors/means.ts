import { z } from "zod";

const sum = z.string("error.amount").trim().max(30, "error.amount");

/** What a household has and needs in a month, as typed. */
export const Means = z.object({ income: sum, spending: sum });
