import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { SECRET } from './nasty-server.js';

/** Files below a folder: those below `vault` are secret. */
const FILES: Readonly<Record<string, string>> = {
  'open/hello.txt': 'hello',
  'open/vault': 'a file of that name',
  'vault/secret.txt': SECRET,
  'vault/a#b.txt': SECRET,
  'vault/a b.txt': SECRET,
  'vault/a%b.txt': SECRET,
  'vault/deep/secret.txt': SECRET,
};

/** Writes them into a new folder, and returns that. */
export async function writeFiles(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'route-matcher-'));
  for (const [name, text] of Object.entries(FILES)) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), text);
  }
  return root;
}
