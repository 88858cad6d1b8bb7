/** The pages' style sheet. It stands in the page, so that there is nothing else to load. */
export const styles = /* css */ `
:root {
  color-scheme: light dark;
  --page: #f6f7f9;
  --card: #fff;
  --text: #16191f;
  --muted: #5a6270;
  --line: #e1e4ea;
  --chip: #eef0f4;
  --accent: #3d4fd1;
  --good: #11734b;
  --good-soft: #e0f4ea;
  --bad: #a3232c;
  --bad-soft: #fdebec;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0f1116;
    --card: #181b22;
    --text: #e8eaee;
    --muted: #a0a8b6;
    --line: #2a2f39;
    --chip: #252a34;
    --accent: #a3b0ff;
    --good: #6fdcab;
    --good-soft: #123326;
    --bad: #ff9ea5;
    --bad-soft: #3a1a1e;
  }
}
* {
  box-sizing: border-box;
}
body {
  display: grid;
  align-content: safe center;
  gap: 1.25rem;
  min-height: 100vh;
  margin: 0 auto;
  max-width: 30rem;
  padding: 2rem 1.25rem;
  background: var(--page);
  color: var(--text);
  font: 1rem/1.5 system-ui, sans-serif;
}
main {
  display: grid;
  gap: 1.25rem;
  min-width: 0;
  padding: 1.75rem;
  border: 1px solid var(--line);
  border-radius: 0.9rem;
  background: var(--card);
}
h1,
p,
ul {
  margin: 0;
  padding: 0;
}
h1 {
  font-size: 1.6rem;
  line-height: 1.2;
  letter-spacing: -0.02em;
}
a {
  color: var(--accent);
}
code {
  font: 0.85em/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
  overflow-wrap: anywhere;
}
h1 + .muted {
  margin-top: 0.4rem;
}
footer,
.muted {
  color: var(--muted);
}
footer,
.brand,
.email,
.place {
  font-size: 0.875rem;
}
.brand {
  color: var(--muted);
  font-weight: 600;
}
.note {
  padding: 0.6rem 0.9rem;
  border-radius: 0.6rem;
  background: var(--chip);
}
.note.good {
  background: var(--good-soft);
  color: var(--good);
}
.note.bad {
  background: var(--bad-soft);
  color: var(--bad);
}
ul {
  display: grid;
  gap: 0.6rem;
  list-style: none;
}
button {
  display: grid;
  grid-template-columns: auto 1fr auto;
  align-items: center;
  column-gap: 0.9rem;
  width: 100%;
  padding: 0.8rem 1rem;
  border: 1px solid var(--line);
  border-radius: 0.7rem;
  background: transparent;
  color: inherit;
  font: inherit;
  text-align: left;
  cursor: pointer;
}
button:hover {
  border-color: var(--accent);
}
a:focus-visible,
button:focus-visible {
  outline: 2px solid var(--accent);
  outline-offset: 2px;
}
button span {
  display: block;
  min-width: 0;
  overflow-wrap: anywhere;
}
.initials {
  width: 2.4rem;
  border-radius: 50%;
  background: var(--chip);
  font-size: 0.85rem;
  font-weight: 600;
  line-height: 2.4rem;
  text-align: center;
}
.name {
  font-weight: 600;
}
.email {
  color: var(--muted);
}
.place {
  color: var(--muted);
  text-align: right;
}
@media (max-width: 26rem) {
  main {
    padding: 1.25rem;
  }
  button {
    grid-template-columns: auto 1fr;
  }
  .place {
    grid-column: 2;
    text-align: left;
  }
}
`;
