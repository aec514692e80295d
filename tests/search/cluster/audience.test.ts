import { describe, expect, it } from "vitest";
import * as z from "zod";
import type { Viewers } from "../../../src/documents/audience.ts";
import { allowedBy, audienceKey, audienceOf } from "../../../src/search/cluster/audience.ts";
import { mayKnow } from "../../../src/search/index/audiences/visible-index.ts";
import type { Audience } from "../../../src/search/passage-index.ts";

const lists = [undefined, [], ["1"], ["2", "3"], ["1", "2"]];
const viewers: readonly (Viewers | undefined)[] = [
  undefined,
  ...[[], ["1"], ["1", "2"]].flatMap((guilds) =>
    lists.flatMap((roles) =>
      lists.flatMap((channels) =>
        [undefined, true as const].map((ofServer) => ({
          guilds,
          ...(roles === undefined ? {} : { roles }),
          ...(channels === undefined ? {} : { channels }),
          ...(ofServer === undefined ? {} : { ofServer }),
        })),
      ),
    ),
  ),
];
const audiences: readonly Audience[] = [
  {},
  ...["1", "2", "3"].flatMap((guild) =>
    lists.flatMap((roles) =>
      lists.flatMap((channels) =>
        [false, true].map((hidesOwn) => ({
          guild,
          hidesOwn,
          ...(roles === undefined ? {} : { roles }),
          ...(channels === undefined ? {} : { channels }),
        })),
      ),
    ),
  ),
];
const marksClause = z.object({ terms: z.object({ audience: z.array(z.string()) }) });

describe("the marks of the cluster", () => {
  it("let the same people see the same documents as the index in memory", () => {
    const whole = { revision: 1, abandoned: [], removed: [] };
    for (const audience of audiences) {
      const marks = new Set(marksClause.parse(allowedBy({ audience }, whole)[0]).terms.audience);
      const differing = viewers.filter(
        (each) => audienceOf(each ?? {}).some((mark) => marks.has(mark)) !== mayKnow(audience, each),
      );
      expect({ audience, differing }).toEqual({ audience, differing: [] });
    }
  });

  it("keep apart what different people are told", () => {
    const keys = new Map<string, string>();
    for (const audience of audiences) {
      const seen = viewers.map((each) => mayKnow(audience, each)).join();
      const key = audienceKey(audience);
      expect({ audience, seen: keys.get(key) ?? seen }).toEqual({ audience, seen });
      keys.set(key, seen);
    }
  });
});
