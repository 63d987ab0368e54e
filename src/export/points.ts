/** Points to two decimals, more than any printer knows. */
export const hundredths = (points: number): number => Math.round(points * 100) / 100;
