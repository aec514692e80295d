import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

export interface QuestionFigures {
  /** How it was asked: a command, a mention, … */
  readonly trigger: string;
  readonly latencyMs: number;
  /** Why nothing was answered; undefined where something was. */
  readonly abstention: string | undefined;
}

/** What the bot counts. Labels are words of the program, never what people write. */
export interface Metrics {
  question(figures: QuestionFigures): void;
  /** @param code of an AppError, or `internal` */
  error(code: string): void;
  reconnect(): void;
  /** Figures that are read when somebody fetches the metrics. */
  observe(sources: MetricSources): void;
  readonly contentType: string;
  /** In the text format of Prometheus. */
  read(): Promise<string>;
}

export interface MetricSources {
  readonly index?: () => { readonly documents: number; readonly passages: number };
  readonly isConnected?: () => boolean;
  readonly waiting?: () => number;
  /** The host's own models, if any are set. */
  readonly models?: () => ModelFigures;
}

export interface ModelFigures {
  readonly finding?: { readonly isWorking: boolean; readonly documents: number } | undefined;
  readonly judging?: { readonly isWorking: boolean } | undefined;
}

const latencySeconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** @param withProcess whether memory, processor and event loop of the process are counted as well */
export function createMetrics({ withProcess = false } = {}): Metrics {
  const registers = [new Registry()];
  const [register] = registers;
  let sources: MetricSources = {};
  const questions = new Counter({
    name: "fundstelle_questions_total",
    help: "Questions that were answered or abstained from.",
    labelNames: ["trigger"],
    registers,
  });
  const abstentions = new Counter({
    name: "fundstelle_abstentions_total",
    help: "Questions to which nothing was answered, by reason.",
    labelNames: ["reason"],
    registers,
  });
  const errors = new Counter({
    name: "fundstelle_errors_total",
    help: "Errors, by code.",
    labelNames: ["code"],
    registers,
  });
  const reconnects = new Counter({
    name: "fundstelle_gateway_reconnects_total",
    help: "How often the connection to Discord's gateway was lost.",
    registers,
  });
  const latency = new Histogram({
    name: "fundstelle_answer_seconds",
    help: "From the arrival of a question to its answer.",
    buckets: latencySeconds,
    registers,
  });
  gauge("fundstelle_index_documents", "Documents in the index.", () => sources.index?.().documents);
  gauge("fundstelle_index_passages", "Passages in the index.", () => sources.index?.().passages);
  gauge("fundstelle_connected", "1 while connected to Discord.", () => Number(sources.isConnected?.() ?? false));
  gauge("fundstelle_waiting", "Questions that wait for their turn.", () => sources.waiting?.());
  gauge(
    "fundstelle_vectors_documents",
    "Documents whose passages have vectors of a model.",
    () => sources.models?.().finding?.documents,
  );
  new Gauge({
    name: "fundstelle_model_working",
    help: "1 while a model that is set answers, by what it is asked for.",
    labelNames: ["purpose"],
    registers,
    collect() {
      for (const [purpose, figures] of Object.entries(sources.models?.() ?? {}))
        if (figures !== undefined) this.set({ purpose }, Number(figures.isWorking));
    },
  });
  if (withProcess && register !== undefined) collectDefaultMetrics({ register });

  function gauge(name: string, help: string, value: () => number | undefined): void {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(value() ?? 0);
      },
    });
  }

  return {
    question({ trigger, latencyMs, abstention }) {
      questions.inc({ trigger });
      latency.observe(latencyMs / 1000);
      if (abstention !== undefined) abstentions.inc({ reason: abstention });
    },
    error: (code) => errors.inc({ code }),
    reconnect: () => reconnects.inc(),
    observe(more) {
      sources = { ...sources, ...more };
    },
    contentType: Registry.PROMETHEUS_CONTENT_TYPE,
    read: async () => (await register?.metrics()) ?? "",
  };
}
