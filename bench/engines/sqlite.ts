import { join } from "node:path";
import type { Engine, Searcher } from "./engine.ts";
import { hasFunctions, peerPackage, peerVersion } from "./peer-packages.ts";
import { germanStems } from "./stems.ts";

interface Statement {
  run(...values: readonly unknown[]): unknown;
  all(...values: readonly unknown[]): readonly { readonly rowid: number }[];
}

interface Database {
  exec(sql: string): unknown;
  prepare(sql: string): Statement;
}

type DatabaseClass = new (file: string) => Database;

function open(folder: string): Database {
  const SqliteDatabase = peerPackage("libsql", (value): value is DatabaseClass => hasFunctions(value, "SqliteError"));
  const database = new SqliteDatabase(join(folder, "index.sqlite"));
  database.exec("PRAGMA cache_size = -262144");
  return database;
}

function searcher(database: Database): Searcher {
  const statement = database.prepare("SELECT rowid FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT 10");
  return {
    search(question) {
      const stems = [...new Set(germanStems(question))];
      if (stems.length === 0) return [];
      return statement.all(stems.map((stem) => `"${stem}"`).join(" OR ")).map(({ rowid }) => rowid - 1);
    },
    // It is on disk already: `build` wrote it there.
    save: async () => undefined,
  };
}

export const sqliteEngine: Engine = {
  key: "sqlite",
  name: "SQLite FTS5",
  setup: "libsql, CISTEM stems given to it, contentless",
  version: () => peerVersion("libsql"),
  async build({ passages }, folder) {
    const database = open(folder);
    database.exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");
    database.exec(
      "CREATE VIRTUAL TABLE passages USING fts5(text, content='', tokenize=\"unicode61 remove_diacritics 0\")",
    );
    const insert = database.prepare("INSERT INTO passages (rowid, text) VALUES (?, ?)");
    database.exec("BEGIN");
    let id = 0;
    for await (const text of passages()) insert.run(++id, germanStems(text).join(" "));
    database.exec("COMMIT");
    database.exec("INSERT INTO passages (passages) VALUES ('optimize')");
    return searcher(database);
  },
  load: async (folder) => searcher(open(folder)),
};
