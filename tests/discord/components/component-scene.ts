import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { buttonsOf, selectsOf } from "../../../discord-stand-in/people/people.ts";
import type { Message } from "../../../discord-stand-in/state/state.ts";
import { openCollection, openingTimeoutMs } from "../collection.ts";
import { type BotScene, openBotScene } from "../scene.ts";

export const question = "Wann wurde der Leuchtturm von Sandersoog gebaut?";

/** What the tests of a file press buttons in: opened before the first, and closed after the last. */
export interface ComponentScene {
  readonly scene: BotScene;
  /** The answer to `question`. */
  asked(isPrivately?: boolean): Promise<Message>;
}

export function openComponentScene(): ComponentScene {
  let app: Awaited<ReturnType<typeof openCollection>>;
  let scene: BotScene;
  beforeAll(async () => {
    app = await openCollection();
    scene = await openBotScene(app);
  }, openingTimeoutMs);
  afterEach(() => expect(scene.standIn.violations).toEqual([]));
  afterAll(async () => {
    await scene.close();
    await app.close();
  });
  return {
    get scene() {
      return scene;
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
