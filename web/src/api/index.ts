export { api, ApiError, ifMatch, sendFile, take, whenSignedOut } from './client';
export type { Problem, Schemas, Upload } from './client';
