// Short news at the foot of the page: what was done.
interface Notice {
  id: number;
  text: string;
}

let notices = $state.raw<Notice[]>([]);
let last = 0;
const shownFor = 6000;

export function allNotices(): Notice[] {
  return notices;
}

export function notify(text: string): void {
  const id = ++last;
  notices = [...notices, { id, text }];
  setTimeout(() => {
    notices = notices.filter((notice) => notice.id !== id);
  }, shownFor);
}
