import { emptyLexicon } from "../../src/analysis/lexicon/compiled.ts";
import { createLexicon } from "../../src/analysis/lexicon/create-lexicon.ts";
import { indexed } from "../support/indexed.ts";
import { passageIndexContract } from "./passage-index-contract.ts";

passageIndexContract("FlexSearch", (documents) => indexed(documents, createLexicon(emptyLexicon())).index);
