import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { buttonsOf, selectsOf } from "../../../discord-stand-in/people/people.ts";
import type { Message } from "../../../discord-stand-in/state/state.ts";
import { openCollection, openingTimeoutMs } from "../collection.ts";
import { type BotScene, openBotScene } from "../scene.ts";

export const question = "Wann wurde der Leuchtturm von Sandersoog gebaut?";

/** What the tests of a file press buttons in. */
export interface ComponentScene {
  readonly scene: BotScene;
  /** Where its documents are. */
  readonly folder: string;
  /** The answer to `question`. */
  asked(isPrivately?: boolean): Promise<Message>;
}

/** @param forEach opened before each test and closed after it, for tests that change documents; else once for all of them */
export function openComponentScene(forEach = false): ComponentScene {
  let app: Awaited<ReturnType<typeof openCollection>>;
  let scene: BotScene;
  const [before, after] = forEach ? [beforeEach, afterEach] : [beforeAll, afterAll];
  before(async () => {
    app = await openCollection();
    scene = await openBotScene(app);
  }, openingTimeoutMs);
  after(async () => {
    await scene.close();
    await app.close();
  });
  // Before it is closed: what was registered last comes first.
  afterEach(() => expect(scene.standIn.violations).toEqual([]));
  return {
    get scene() {
      return scene;
    },
    get folder() {
      return app.folder;
    },
    asked: (isPrivately = false) =>
      scene.anna.slash(scene.channel, "ask", { question, private: isPrivately }).message(),
  };
}

export const isPrivate = (message: Message): boolean => message.ephemeralFor !== undefined;
export const labels = (message: Message): string[] => buttonsOf(message).flatMap((button) => button.label ?? []);

/** The entries of the menus below a message. */
export const entries = (message: Message): string[] =>
  selectsOf(message).flatMap(({ options }) => (options ?? []).map(({ label }) => label));
export const share = "Für alle sichtbar machen";
export const remove = "Antwort löschen";
