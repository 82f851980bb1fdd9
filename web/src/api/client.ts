// The one way to the server: typed by the contract, errors as ApiError with all faults.
import createClient, { type Middleware } from 'openapi-fetch';

import type { components, paths } from './schema';

export type Schemas = components['schemas'];
export type Problem = Schemas['Problem'];

export class ApiError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.key);
  }

  /** The record as it is now, when somebody else changed it meanwhile. */
  current<T>(): T | undefined {
    return this.problem.status === 409 || this.problem.status === 412
      ? (this.problem.current as T | undefined)
      : undefined;
  }
}

function problemOf(key: string, status = 0): Problem {
  return { type: 'about:blank', title: key, status, key, request_id: '', errors: [] };
}

let onSignedOut: () => void = () => undefined;

/** Called when the server says that nobody is signed in any more. */
export function whenSignedOut(handler: () => void): void {
  onSignedOut = handler;
}

const client = createClient<paths>({ baseUrl: '/api/v1' });
const signedOut: Middleware = {
  onResponse({ response, schemaPath }) {
    if (response.status === 401 && schemaPath !== '/session') onSignedOut();
  },
};
client.use(signedOut);

export const api = client;

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'key' in value && 'status' in value;
}

/** The answer's data; throws ApiError for every fault, the network's too. */
export async function take<T>(request: Promise<Answer<T>>): Promise<T> {
  let answer: Answer<T>;
  try {
    answer = await request;
  } catch {
    throw new ApiError(problemOf('client.no_connection'));
  }
  if (answer.response.ok) return answer.data as T;
  throw new ApiError(
    isProblem(answer.error) ? answer.error : problemOf('client.unexpected_answer', answer.response.status),
  );
}

export function ifMatch(version: number): { 'If-Match': string } {
  return { 'If-Match': `"${version}"` };
}

export interface Upload<T> {
  done: Promise<T>;
  stop: () => void;
}

/** Sends a file's bytes; `progress` gets 0 to 1. Fetch tells no progress, so this one uses XMLHttpRequest. */
export function sendFile<T>(path: string, file: File, progress: (share: number) => void): Upload<T> {
  const request = new XMLHttpRequest();
  const done = new Promise<T>((resolve, reject) => {
    request.open('POST', `/api/v1${path}`);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) progress(event.loaded / event.total);
    };
    request.onload = () => {
      let body: unknown;
      try {
        body = JSON.parse(request.responseText);
      } catch {
        body = undefined;
      }
      if (request.status >= 200 && request.status < 300) resolve(body as T);
      else reject(new ApiError(isProblem(body) ? body : problemOf('client.unexpected_answer', request.status)));
    };
    request.onerror = () => {
      reject(new ApiError(problemOf('client.no_connection')));
    };
    request.onabort = () => {
      reject(new ApiError(problemOf('client.stopped')));
    };
    request.send(file);
  });
  return {
    done,
    stop: () => {
      request.abort();
    },
  };
}
