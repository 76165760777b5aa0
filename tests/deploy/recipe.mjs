// Prints what the Dockerfile checker of rcjsuen finds in a file. Usage: node recipe.mjs FILE
import { readFileSync } from "node:fs";
import { validate } from "dockerfile-utils";

const found = validate(readFileSync(process.argv[2], "utf8"));
console.log(JSON.stringify(found.map(({ message, range }) => `${range.start.line + 1}: ${message}`)));
