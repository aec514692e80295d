import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderForPerson } from "../../../discord-stand-in/console/render.ts";
import { openCollection, openingTimeoutMs } from "../collection.ts";
import { expectSound, inScene, passingFaults, question } from "./fault-scene.ts";

let app: Awaited<ReturnType<typeof openCollection>>;

beforeAll(async () => {
  app = await openCollection();
}, openingTimeoutMs);
afterAll(() => app.close());

const acknowledging = /POST \/interactions\/\d+\/[^/]+\/callback/;
/** What an interaction shows after its acknowledgement, where that is not repeated for good reason. */
const showing = /PATCH \/webhooks\/\d+\/[^/]+\/messages\/@original/;

const clicks: readonly (readonly [string, string])[] = [
  ["Weitere ▶", "2–4 von 7"],
  ["Kontext", "Beleg:"],
];

describe.concurrent("a click that meets", () => {
  it.each(
    passingFaults.flatMap(([name, fault]) =>
      clicks.flatMap(([label, shown]) => [
        [name, label, "acknowledges", fault, acknowledging, shown] as const,
        [name, label, "shows", fault, showing, shown] as const,
      ]),
    ),
  )("%s on %s, where the bot %s, is answered all the same", (_, label, __, fault, match, shown) =>
    inScene(app, {}, async (scene) => {
      const { anna, channel, standIn } = scene;
      const answer = await anna.slash(channel, "ask", { question }).message();
      standIn.faults.failRest({ match, ...fault });
      const clicked = anna.click(answer, label);
      expect(renderForPerson(await clicked.message())).toContain(shown);
      standIn.faults.clear();
      await expectSound(scene);
    }),
  );

  it.each(passingFaults)("%s while an answer is deleted deletes it", (_, fault) =>
    inScene(app, {}, async (scene) => {
      const { anna, channel, standIn } = scene;
      const answer = await anna.slash(channel, "ask", { question }).message();
      standIn.faults.failRest({ match: /POST|DELETE/, ...fault });
      const gone = standIn.next("message-deleted", ({ id }) => id === answer.id);
      anna.select(answer, "Mehr …", ["Antwort löschen"]);
      await gone;
      standIn.faults.clear();
      await expectSound(scene);
    }),
  );
});

describe.concurrent("suggestions that meet", () => {
  it.each(passingFaults)("%s come all the same, or the next ones do", (_, fault) =>
    inScene(app, {}, async (scene) => {
      const { anna, channel, standIn } = scene;
      const handle = standIn.faults.failRest({ match: acknowledging, ...fault });
      const typed = anna.autocomplete(channel, "ask", "question", "Leucht");
      await handle.spent;
      await standIn.settled(typed);
      standIn.faults.clear();
      expect(await anna.autocomplete(channel, "ask", "source", "leucht").choices()).not.toEqual([]);
      await expectSound(scene);
    }),
  );
});
