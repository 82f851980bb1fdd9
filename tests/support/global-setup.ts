import { makeTemplate } from './installation.js';

export default function setup(): void {
  makeTemplate();
}
