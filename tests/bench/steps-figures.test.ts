import { describe, expect, it } from "vitest";
import { quietest, StepTimer } from "../../bench/steps-figures.ts";

describe("the time of steps", () => {
  it("is that of the longest one", () => {
    const timer = new StepTimer("work");
    timer.add(3, 2);
    timer.add(9, 1);
    timer.add(4, 4);
    expect(timer.figures).toEqual({ what: "work", steps: 3, longestWallMs: 9, longestCpuMs: 4 });
  });

  it("counts no more CPU than passed on the clock, whatever other threads of the process did", () => {
    const timer = new StepTimer("work");
    timer.add(3, 8);
    expect(timer.figures.longestCpuMs).toBe(3);
  });

  it("is taken of work that gives something back", () => {
    const timer = new StepTimer("work");
    expect(timer.run(() => 7)).toBe(7);
    expect(timer.figures.steps).toBe(1);
  });

  it("is of the repetition that was disturbed the least", () => {
    const figures = [5, 2, 9].map((longestCpuMs) => ({ what: "work", steps: 1, longestWallMs: 10, longestCpuMs }));
    expect(quietest(figures)?.longestCpuMs).toBe(2);
    expect(quietest([])).toBeUndefined();
  });
});
