/** What is looked at of an answer. */
export interface Told {
  readonly status: number;
  readonly location: string | null;
  readonly body: unknown;
}

/** Sends a request, and follows no redirect. */
export async function ask(url: string, headers = {}, init: RequestInit = {}): Promise<Told> {
  const response = await fetch(url, { redirect: 'manual', headers, ...init });
  const text = await response.text();
  const body: unknown = text === '' ? undefined : JSON.parse(text);
  return { status: response.status, location: response.headers.get('location'), body };
}
