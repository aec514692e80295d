import { describe, expect, it } from "vitest";
import { shownText } from "../../../../src/answering/shown/shown-text.ts";
import { passagesOf } from "../../../../src/documents/passages/passages.ts";
import { documentOf } from "../../make-document.ts";

/** What is read of a text, as it is shown: labels with a colon. */
async function shownOf(...blocks: readonly string[]): Promise<readonly string[]> {
  const document = await documentOf(blocks.join("\n\n"), { file: "a.md" });
  return document.paragraphs
    .filter(({ kind }) => kind !== "boilerplate")
    .map(({ kind, range, isLabel = false }) => {
      const text = document.canonicalText.slice(range.start, range.end);
      const shown = shownText({ file: "a.md", kind, text, start: range.start }).text.trim();
      return isLabel ? `${shown}:` : shown;
    });
}

describe("boxes, tabs and shortcodes of Markdown", () => {
  it.each([
    [["!!! note", "    Es ist warm."].join("\n"), ["Es ist warm."]],
    [['!!! warning "Zum Tresor"', "    Er öffnet um neun."].join("\n"), ["Zum Tresor:", "Er öffnet um neun."]],
    [['??? tip inline end "Klappe"', "", "    Sie ist zu."].join("\n"), ["Klappe:", "Sie ist zu."]],
    [['=== "Linux"', "", "    Man nimmt apt."].join("\n"), ["Linux:", "Man nimmt apt."]],
    [[":::tip Zur Ebbe", "Man wartet.", ":::"].join("\n"), ["Zur Ebbe:", "Man wartet."]],
    [[":::note[Zur Flut]", "Man fährt.", ":::"].join("\n"), ["Zur Flut:", "Man fährt."]],
    [["> [!NOTE] Zum Wetter", "> Es regnet."].join("\n"), ["Zum Wetter:", "Es regnet."]],
    [["> [!NOTE]", "> Es regnet."].join("\n"), ["Es regnet."]],
    [
      ['{{< tabs "x" >}}', '{{% tab "macOS" %}}', "Man nimmt brew.", "{{% /tab %}}", "{{< /tabs >}}"].join("\n"),
      ["macOS:", "Man nimmt brew."],
    ],
    [["{{< youtube abc >}}", "", "Danach."].join("\n"), ["Danach."]],
    [['{% hint style="info" %}', "Es taut.", "{% endhint %}"].join("\n"), ["Es taut."]],
    [
      ["<Tabs>", '<TabItem value="a" label="Ubuntu">', "", "Der Kran hebt 5 Tonnen.", "", "</TabItem>", "</Tabs>"].join(
        "\n",
      ),
      ["Ubuntu:", "Der Kran hebt 5 Tonnen."],
    ],
    [
      ['<Card title="Zum Kai">', "", "Er ist lang.", "", "</Card>", "", "Danach."].join("\n"),
      ["Zum Kai:", "Er ist lang.", "Danach."],
    ],
    [['!!! danger ""', "    Es brennt."].join("\n"), ["Es brennt."]],
    [["!!! info inline end", "    Es taut."].join("\n"), ["Es taut."]],
    [
      [
        '=== "Linux"',
        "",
        "    Man nimmt apt:",
        "",
        "    ``` sh",
        "    apt install",
        "    ```",
        "",
        "    - eins",
        "    - zwei",
      ].join("\n"),
      ["Linux:", "Man nimmt apt:", "apt install", "- eins\n    - zwei"],
    ],
    [
      ['??? note "Außen"', "", "\t!!! tip", "\t\tMit Tabulatoren.", "", "Danach."].join("\n"),
      ["Außen:", "Mit Tabulatoren.", "Danach."],
    ],
    ['{{< tab "Linux" >}}Man nimmt apt.{{< /tab >}}', ["Linux:", "Man nimmt apt."]],
    [
      '{{< tabs items="a,b" >}}{{< tab >}}Eins.{{< /tab >}}{{< tab >}}Zwei.{{< /tab >}}{{< /tabs >}}',
      ["Eins.", "Zwei."],
    ],
    [['{{< alert type="warning" >}}', "Es taut.", "{{< /alert >}}"].join("\n"), ["Es taut."]],
    [['{{% notice warning "Zum Eis" %}}', "Es taut.", "{{% /notice %}}"].join("\n"), ["Zum Eis:", "Es taut."]],
    ["{{% notice warning %}}Es taut.{{% /notice %}}", ["Es taut."]],
    ['{{< figure src="a.png" alt="Plan" caption="Der Plan des Hafens" >}}', ["Der Plan des Hafens"]],
    ['{% include note.html content="Nur bei Tag." %}', ["Nur bei Tag."]],
    [["> [!tip]+", "> Es taut."].join("\n"), ["Es taut."]],
    [
      [":::{admonition} Zum Eis", ":class: tip", "Es taut.", ":::", "", "Danach."].join("\n"),
      ["Zum Eis:", "Es taut.", "Danach."],
    ],
    [
      ["```{warning} Zum Eis", "Es **taut**.", "", "- eins", "```", "", "Danach."].join("\n"),
      ["Zum Eis:", "Es taut.", "- eins", "Danach."],
    ],
    [["````{note}", "```sh", "tor --auf", "```", "````", "", "Danach."].join("\n"), ["tor --auf", "Danach."]],
    [["```{figure} a.png", ":alt: Bild", "Der Plan.", "```"].join("\n"), ["Der Plan."]],
    [['::: {.callout-tip title="Zum Eis"}', "Es taut.", ":::"].join("\n"), ["Zum Eis:", "Es taut."]],
    [
      ["{{< img", '  src="a.png"', '  alt="Der Plan des Hafens"', ">}}", "", "Danach."].join("\n"),
      ["Der Plan des Hafens", "Danach."],
    ],
    [["> [!tip|left]- Zum Eis", "> Es taut."].join("\n"), ["Zum Eis:", "Es taut."]],
    ["Mit {{< ref x >}} mitten im Satz.", ["Mit {{< ref x >}} mitten im Satz."]],
  ])("are read without their marks: %j", async (markdown, expected) => {
    expect(await shownOf("# Haus", "Vorher steht ein Satz.", markdown)).toEqual([
      "Haus",
      "Vorher steht ein Satz.",
      ...expected,
    ]);
  });

  it("puts what stands in a tab below the tab's name", async () => {
    const long = (tool: string) => `Man nimmt ${tool}. `.repeat(80).trim();
    const text = ["# Haus", '=== "Linux"', `    ${long("apt")}`, '=== "Windows"', `    ${long("winget")}`].join("\n\n");
    const document = await documentOf(text, { file: "a.md" });
    const questions = passagesOf(document).map(({ context: { question } }) =>
      question === undefined ? undefined : document.canonicalText.slice(question.range.start, question.range.end),
    );
    expect(questions).toContain('=== "Linux"');
    expect(questions.at(-1)).toBe('=== "Windows"');
  });
});
