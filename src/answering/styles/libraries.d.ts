declare module "@citation-js/core" {
  interface Plugins {
    readonly config: {
      get(plugin: "@bibtex"): { format: { useIdAsLabel: boolean; checkLabel: boolean; asciiOnly: boolean } };
    };
    readonly output: {
      format(name: string, items: readonly object[], options: { readonly format: "text" }): unknown;
    };
    readonly input: {
      chain(text: string, options: { readonly forceType: string; readonly generateGraph: false }): unknown;
    };
  }
  export const plugins: Plugins;
}

declare module "@citation-js/plugin-bibtex";
declare module "@citation-js/plugin-ris";
