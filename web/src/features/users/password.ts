// A first password that can be read out over the telephone: letters and digits that are not mistaken for each other.
const letters = 'abcdefghkmnpqrstuvwxyz';
const digits = '23456789';

function pick(from: string, count: number): string {
  const numbers = crypto.getRandomValues(new Uint32Array(count));
  return Array.from(numbers, (number) => from[number % from.length] ?? '').join('');
}

/** "kmwp-7429-hrtz-36": about 55 bits. */
export function firstPassword(): string {
  return [pick(letters, 4), pick(digits, 4), pick(letters, 4), pick(digits, 2)].join('-');
}
