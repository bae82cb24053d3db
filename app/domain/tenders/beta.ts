/** ln of the gamma function for positive numbers, to some fifteen figures (Lanczos, g = 7, n = 9). */
function logGamma(x: number): number {
  const terms = [
    0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
    12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
  ];
  const sum = terms.reduce((total, term, at) => total + (at === 0 ? term : term / (x - 1 + at)), 0);
  const t = x + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}

const steps = 200;
const enough = 1e-12;
const tiny = 1e-300;
const notNought = (value: number) => (Math.abs(value) < tiny ? tiny : value);

/** The continued fraction of the incomplete beta function, by Lentz's method. @see DLMF 8.17.22 */
function fraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / notNought(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m <= steps; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / notNought(1 + even * d);
    c = notNought(1 + even / c);
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / notNought(1 + odd * d);
    c = notNought(1 + odd / c);
    value *= d * c;
    if (Math.abs(d * c - 1) < enough) break;
  }
  return value;
}

/** How probable a share of at most `x` is under Beta(a, b). @see DLMF 8.17 */
export function betaBelow(a: number, b: number, x: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x));
  return x < (a + 1) / (a + b + 2)
    ? (front * fraction(a, b, x)) / a
    : 1 - (front * fraction(b, a, 1 - x)) / b;
}

/** The share below which Beta(a, b) lies with this probability, to a millionth. */
export function betaQuantile(a: number, b: number, probability: number): number {
  let [low, high] = [0, 1];
  while (high - low > 1e-7) {
    const middle = (low + high) / 2;
    if (betaBelow(a, b, middle) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
