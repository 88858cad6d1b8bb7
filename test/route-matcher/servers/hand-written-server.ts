import { readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { listen, type NastyServer } from './nasty-server.js';

/** Files as many write it: the URL's path, decoded, below a folder. */
export function handWrittenFiles(root: string): Promise<NastyServer> {
  return listen((request, response) => {
    answer(root, request.url ?? '/').then(
      (text) => response.end(text),
      () => response.writeHead(404).end(),
    );
  });
}

async function answer(root: string, target: string): Promise<string> {
  const { pathname } = new URL(target, 'http://localhost');
  const file = join(root, decodeURIComponent(pathname));
  if (!file.startsWith(root + sep)) throw new Error('outside');
  return readFile(file, 'utf8');
}
