import { afterEach, describe, expect, it } from "vitest";
import type { Store } from "../../src/store/store.ts";

export interface OpenedStore {
  readonly store: Store;
  /** Opens the same store again, as another process does. */
  again(): Promise<Store>;
  close(): Promise<void>;
}

const vote = { message: "900", guild: "100", citation: "leuchtturm:2", question: null, isHelpful: true };
const question = {
  guild: "100",
  trigger_kind: "command",
  language: "de",
  certainty: "sure",
  reason: null,
  latency_ms: 7,
  citations: "leuchtturm:2 honey:2",
  question: null,
  person: null,
};

/** What every store does, whatever it is kept in. @param now what time it is, for the store */
export function storeContract(name: string, open: (now: () => number) => Promise<OpenedStore>): void {
  describe(name, () => {
    let opened: OpenedStore | undefined;
    let time = 1_700_000_000_000;
    const begin = async (): Promise<OpenedStore> => {
      opened = await open(() => time++);
      return opened;
    };
    afterEach(() => opened?.close());

    it("counts one vote a person and answer, the last one", async () => {
      const { store } = await begin();
      const [anna, ben] = [store.personHash("1"), store.personHash("2")];
      await store.votes.cast({ ...vote, person: anna });
      await store.votes.cast({ ...vote, person: ben });
      expect(await store.votes.count("900")).toEqual({ helpful: 2, notHelpful: 0 });
      await store.votes.cast({ ...vote, person: ben, isHelpful: false });
      await store.votes.say({ message: "900", person: ben }, "veraltet – “old” 🗑️");
      expect(await store.votes.count("900")).toEqual({ helpful: 1, notHelpful: 1 });
      expect((await store.personalData.about(ben)).votes).toMatchObject([{ word: "veraltet – “old” 🗑️", vote: -1 }]);
      await store.votes.cast({ ...vote, person: ben });
      expect((await store.personalData.about(ben)).votes).toMatchObject([{ word: null, vote: 1 }]);
      expect(await store.votes.count("901")).toEqual({ helpful: 0, notHelpful: 0 });
    });

    it("keeps every one of many votes that are cast at once", async () => {
      const { store, again } = await begin();
      const other = await again();
      await Promise.all(
        Array.from({ length: 100 }, (_, index) =>
          (index % 2 === 0 ? store : other).votes.cast({ ...vote, person: store.personHash(String(index)) }),
        ),
      );
      expect(await other.votes.count("900")).toEqual({ helpful: 100, notHelpful: 0 });
      await other.close();
    });

    it("gives questions of a time, oldest first, with times as numbers", async () => {
      const { store } = await begin();
      for (const guild of ["100", "200", "100"]) await store.questions.add([{ asked_at: time++, ...question, guild }]);
      const all = await store.questions.between(undefined, 0, time);
      expect(all).toHaveLength(3);
      for (const { asked_at, latency_ms } of all) expect([typeof asked_at, latency_ms]).toEqual(["number", 7]);
      const own = await store.questions.between("100", 0, time);
      expect(own.map(({ guild }) => guild)).toEqual(["100", "100"]);
      expect(own).toEqual([...own].sort((a, b) => a.asked_at - b.asked_at));
      expect(await store.questions.between("100", 0, own[1]?.asked_at ?? 0)).toEqual(own.slice(0, 1));
    });

    it("shows people what is stored about them, and erases it for good", async () => {
      const { store } = await begin();
      const [anna, ben] = [store.personHash("1"), store.personHash("2")];
      for (const person of [anna, ben]) {
        await store.votes.cast({ ...vote, person });
        await store.questions.add([{ asked_at: time++, ...question, question: "Wer baute den Turm?", person }]);
      }
      expect(await store.personalData.about(anna)).toMatchObject({
        votes: [{ vote: 1 }],
        questions: [{ question: "Wer baute den Turm?" }],
      });
      await store.personalData.erase(anna);
      expect(await store.personalData.about(anna)).toEqual({ votes: [], questions: [], solvedPosts: [] });
      expect((await store.personalData.about(ben)).votes).toHaveLength(1);
      const kept = await store.questions.between("100", 0, time);
      expect(kept.map(({ question: words, person }) => [words, person])).toEqual([
        [null, null],
        ["Wer baute den Turm?", ben],
      ]);
    });

    it("forgets what is older than a time, of one server", async () => {
      const { store } = await begin();
      const person = store.personHash("1");
      await store.votes.cast({ ...vote, person });
      await store.questions.add([{ asked_at: time++, ...question, person, question: "alt" }]);
      const border = time;
      await store.questions.add([{ asked_at: time++, ...question, person, question: "neu" }]);
      await store.questions.add([{ asked_at: time++, ...question, guild: "200" }]);
      await store.personalData.forgetBefore("100", border);
      expect(await store.personalData.about(person)).toMatchObject({ votes: [], questions: [{ question: "neu" }] });
      expect([...(await store.personalData.servers())].sort()).toEqual(["100", "200"]);
    });

    it("keeps what servers set, each its own, the last of it", async () => {
      const { store, again } = await begin();
      expect(await store.settings.read("100")).toBeUndefined();
      await store.settings.change("100", () => ({ locale: "de" }));
      await store.settings.change("200", () => ({ passages: 2 }));
      await store.settings.change("100", () => ({ locale: "en", quote: "'; drop table votes; --" }));
      const other = await again();
      expect(await other.settings.read("100")).toEqual({ locale: "en", quote: "'; drop table votes; --" });
      expect(await other.settings.all()).toHaveLength(2);
      await other.close();
    });

    it("blocks and unblocks, and lists what managers did, newest first", async () => {
      const { store } = await begin();
      const block = { guild: "100", kind: "person", subject: "42" } as const;
      await store.blocks.add(block);
      await store.blocks.add(block);
      await store.blocks.add({ ...block, guild: "200" });
      expect(await store.blocks.of("100")).toMatchObject([block]);
      expect(await store.blocks.remove(block)).toBe(true);
      expect(await store.blocks.remove(block)).toBe(false);
      expect(await store.blocks.of("100")).toEqual([]);
      for (const action of ["block", "unblock", "settings"])
        await store.audit.add({ guild: "100", manager: "7", action, detail: "42" });
      expect((await store.audit.of("100", 2)).map(({ action }) => action)).toEqual(["settings", "unblock"]);
      expect(await store.audit.of("200", 2)).toEqual([]);
    });

    it("keeps one pointer a question and server, and no more than two hundred", async () => {
      const { store } = await begin();
      const pointer = { guild: "100", question: "Wer?", citation: "a:1" };
      await store.pointers.add(pointer);
      const id = await store.pointers.add({ ...pointer, citation: "a:2" });
      await store.pointers.add({ ...pointer, guild: "200" });
      expect((await store.pointers.all()).map(({ citation }) => citation)).toEqual(["a:1", "a:2"]);
      expect(await store.pointers.remove("200", id)).toBe(false);
      expect(await store.pointers.remove("100", id)).toBe(true);
      for (let index = 0; index < 205; index++) await store.pointers.add({ ...pointer, question: `Wer ist ${index}?` });
      const kept = (await store.pointers.all()).filter(({ guild }) => guild === "100");
      expect([kept.length, kept[0]?.question, kept.at(-1)?.question]).toEqual([200, "Wer ist 204?", "Wer ist 5?"]);
    });

    it("keeps who has agreed that a solved post is kept, and erases it", async () => {
      const { store } = await begin();
      const post = { guild: "100", forum: "7", thread: "1", answer: "2", asker: "anna", answerer: "ben" };
      expect(await store.solvedPosts.add(post)).toBe(true);
      expect(await store.solvedPosts.add({ ...post, answer: "3" })).toBe(false);
      expect(await store.solvedPosts.agree({ ...post, answer: "3" }, "anna")).toBeUndefined();
      expect(await store.solvedPosts.agree(post, "mo")).toMatchObject({
        asker_agreed_at: null,
        answerer_agreed_at: null,
      });
      expect(await store.solvedPosts.agree(post, "anna")).toMatchObject({
        asker_agreed_at: expect.any(Number),
        answerer_agreed_at: null,
      });
      await store.solvedPosts.takeBack(post, "anna");
      expect(await store.solvedPosts.of("1")).toMatchObject({ asker_agreed_at: null });
      expect(await store.solvedPosts.setDocument(post, "a")).toBe(true);
      expect(await store.solvedPosts.setDocument(post, "b")).toBe(false);
      await store.solvedPosts.add({ ...post, thread: "4", asker: "ben", answerer: "ben" });
      await store.personalData.forgetBefore("100", Number.MAX_SAFE_INTEGER);
      expect((await store.personalData.about("ben")).solvedPosts).toMatchObject([{ thread: "1", document: "a" }]);
      await store.personalData.erase("ben");
      expect(await store.solvedPosts.inGuild("100")).toEqual([]);
      await store.solvedPosts.add(post);
      await store.solvedPosts.setDocument(post, "a");
      await store.solvedPosts.removeDocument("200", "a");
      expect(await store.solvedPosts.inForum("7")).toHaveLength(1);
      await store.solvedPosts.removeDocument("100", "a");
      expect(await store.solvedPosts.of("1")).toBeUndefined();
    });

    it("gives each claim to one alone", async () => {
      const { store, again } = await begin();
      const other = await again();
      const claims = await Promise.all([store, other, store, other].map(({ claims }) => claims.claim("digest 100 7")));
      expect(claims.filter(Boolean)).toHaveLength(1);
      expect(await other.claims.claim("digest 100 8")).toBe(true);
      await other.close();
    });

    it("gives votes of a time", async () => {
      const { store } = await begin();
      for (const person of ["1", "2", "3"]) await store.votes.cast({ ...vote, person });
      const [first, second] = await store.votes.between(undefined, 0, time);
      expect(await store.votes.between("100", second?.voted_at ?? 0, time)).toHaveLength(2);
      expect(await store.votes.between("100", 0, second?.voted_at ?? 0)).toEqual([first]);
      expect(await store.votes.between("200", 0, time)).toEqual([]);
    });

    it("has persons as hashes that only its key gives, the same in every process", async () => {
      const { store, again } = await begin();
      const other = await again();
      const hash = store.personHash("123456789012345678");
      expect(other.personHash("123456789012345678")).toBe(hash);
      expect(hash).not.toContain("123456789012345678");
      expect(store.personHash("123456789012345679")).not.toBe(hash);
      await other.close();
    });
  });
}
