/** Room for a few numbers a passage, kept between questions. */
export class Accumulators {
  /** Score so far; 0 for passages that no term was found in. */
  scores = new Float32Array(0);
  /** Weighted frequency of the concept at hand. */
  frequencies = new Float32Array(0);
  /** Largest weight with which the concept at hand was met. */
  weights = new Float32Array(0);
  /** Passages that the concept at hand was found in. */
  touched = new Uint32Array(0);
  touchedCount = 0;
  /** Passages that any concept was found in. */
  candidates = new Uint32Array(0);
  candidateCount = 0;

  fit(passages: number): void {
    if (this.scores.length >= passages) return;
    const size = Math.ceil(passages * 1.25);
    this.scores = new Float32Array(size);
    this.frequencies = new Float32Array(size);
    this.weights = new Float32Array(size);
    this.touched = new Uint32Array(size);
    this.candidates = new Uint32Array(size);
  }

  /** Notes that a passage has a term of the concept at hand. */
  meet(id: number, frequency: number, weight: number): void {
    const before = this.frequencies[id] ?? 0;
    if (before === 0) this.touched[this.touchedCount++] = id;
    this.frequencies[id] = before + frequency;
    if (weight > (this.weights[id] ?? 0)) this.weights[id] = weight;
  }

  /** Adds to a passage's score. */
  addScore(id: number, share: number): void {
    const before = this.scores[id] ?? 0;
    if (before === 0) this.candidates[this.candidateCount++] = id;
    this.scores[id] = before + share;
  }

  /** Forgets the concept at hand. */
  endConcept(): void {
    for (let i = 0; i < this.touchedCount; i++) {
      const id = this.touched[i] ?? 0;
      this.frequencies[id] = 0;
      this.weights[id] = 0;
    }
    this.touchedCount = 0;
  }

  /** Forgets the question. */
  endQuestion(): void {
    for (let i = 0; i < this.candidateCount; i++) this.scores[this.candidates[i] ?? 0] = 0;
    this.candidateCount = 0;
  }
}
