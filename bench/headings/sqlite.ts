import { hasFunctions, peerPackage, peerVersion } from "../engines/peer-packages.ts";
import { stemIn } from "./minisearch.ts";
import type { FieldedPeer } from "./peer.ts";

interface Statement {
  run(...values: readonly unknown[]): unknown;
  all(...values: readonly unknown[]): readonly { readonly rowid: number }[];
}

type DatabaseClass = new (
  file: string,
) => {
  exec(sql: string): unknown;
  prepare(sql: string): Statement;
  close(): unknown;
};

const separators = /[^\p{L}\p{N}]+/u;

export const sqlitePeer: FieldedPeer = {
  key: "sqlite",
  name: "SQLite FTS5",
  setup: "columns for title, headings and text, the documents' stems given to it, headings twice",
  version: () => peerVersion("libsql"),
  async build(passages, language) {
    const Database = peerPackage("libsql", (value): value is DatabaseClass => hasFunctions(value, "SqliteError"));
    const database = new Database(":memory:");
    const stem = stemIn(language);
    const stems = (text: string): string[] => text.split(separators).flatMap((word) => stem(word) ?? []);
    database.exec("CREATE VIRTUAL TABLE passages USING fts5(title, headings, text)");
    const insert = database.prepare("INSERT INTO passages (rowid, title, headings, text) VALUES (?, ?, ?, ?)");
    database.exec("BEGIN");
    passages.forEach(({ title, headings, text }, id) => {
      insert.run(id + 1, stems(title).join(" "), stems(headings.join(" ")).join(" "), stems(text).join(" "));
    });
    database.exec("COMMIT");
    const statement = database.prepare(
      "SELECT rowid FROM passages WHERE passages MATCH ? ORDER BY bm25(passages, 1.0, 2.0, 1.0) LIMIT ?",
    );
    return {
      async search(question, most) {
        const asked = [...new Set(stems(question))];
        return asked.length === 0
          ? []
          : statement.all(asked.map((one) => `"${one}"`).join(" OR "), most).map(({ rowid }) => rowid - 1);
      },
      close: async () => {
        database.close();
      },
    };
  },
};
