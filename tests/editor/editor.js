// Usage: node editor.js TOOLS WORK FILE...: prints a TAP line for each rule.
'use strict';
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const { createRequire } = require('node:module');
const { pathToFileURL } = require('node:url');
const { Server } = require('./server.js');

const [tools, work, ...files] = process.argv.slice(2);
const SCHEMA = path.resolve('schema/brochure.schema.json');
const modeline = `# yaml-language-server: $schema=${pathToFileURL(SCHEMA).href}\n`;
const head = `${modeline}brochure: 1\ntitle: A guide\nlanguage: en\n`;
const first = head.split('\n').length - 1; // the line behind the head, from 0
const sections = 'sections:\n  - heading: One\n    body: Some words.\n';
const block = 'sections:\n  - heading: One\n    body:\n      - ';

let documents = 0;
const fresh = () => path.resolve(work, `document-${++documents}.yaml`);

async function rule(name, test) {
    try {
        await test();
        console.log(`ok - ${name}`);
    } catch (error) {
        process.exitCode = 1;
        console.log(`not ok - ${name}\n${String(error.message).replace(/^/gm, '# ')}`);
    }
}

const labels = (items) => items.map((item) => item.label);
const textOf = (content) => (typeof content === 'string' ? content : content?.value ?? '');

function includesAll(items, wanted) {
    const missing = wanted.filter((label) => !labels(items).includes(label));
    assert.deepStrictEqual(missing, [], `not offered; offered are ${labels(items).join(', ')}`);
}

async function completes(server) {
    await rule('the keys of a brochure are offered, each with what it is for', async () => {
        const items = await server.complete(fresh(), `${head}|\n`);
        includesAll(items, ['sections', 'publisher', 'document', 'page', 'editions', 'references']);
        for (const item of items)
            assert.notStrictEqual(textOf(item.documentation), '', `${item.label} has no words`);
    });
    await rule('keys that are given already are not offered', async () => {
        const items = await server.complete(fresh(), `${head}|\n`);
        assert.ok(!labels(items).includes('title'));
    });
    await rule('the version is inserted as it is written', async () => {
        const item = (await server.complete(fresh(), `${modeline}|`)).find(({ label }) => label === 'brochure');
        assert.match(item.insertText ?? item.textEdit.newText, /^brochure: (1|\$\{1:1\})$/);
    });
    await rule('choices are offered with what they mean', async () => {
        const items = await server.complete(fresh(), `${head}${block}callout:\n          kind: |\n`);
        for (const item of items)
            assert.notStrictEqual(textOf(item.documentation), '', `${item.label} has no words`);
        const { enumDescriptions } = JSON.parse(fs.readFileSync(SCHEMA, 'utf8')).$defs.callout.properties.kind;
        assert.ok(items.some(({ documentation }) => textOf(documentation) === enumDescriptions[0]));
    });
    for (const text of ['- |', 'heading: One\n|'])
        await rule(`keys are offered in an included file of ${text[0] === '-' ? 'sections' : 'a section'}`, async () => {
            const items = await server.complete(fresh(), modeline.replace('brochure.schema', 'section.schema') + text);
            includesAll(items, ['body', 'sections', 'id']);
        });
    const choices = [
        ['page sizes', 'page:\n  size: |\n', ['A5', 'A4', 'letter', 'legal']],
        ['orientations', 'page: {orientation: |}\n', ['portrait', 'landscape']],
        ['states', 'document:\n  status: |\n', ['draft', 'approved']],
        ['editions', 'editions: [|]\n', ['screen', 'print', 'booklet', 'large-print', 'text']],
        ['blocks', `${block}|\n`, ['text', 'callout', 'steps', 'checklist']],
        ['kinds of callouts', `${block}callout:\n          kind: |\n`, ['note', 'warning', 'tip']],
        ['keys of sections', 'sections:\n  - |\n', ['heading', 'body', 'sections', 'id']],
        ['keys of references', 'references:\n  items:\n    - |\n', ['id', 'type', 'title', 'DOI', 'accessed']],
    ];
    for (const [what, text, wanted] of choices)
        await rule(`${what} are offered`, async () => includesAll(await server.complete(fresh(), head + text), wanted));
}

async function explains(server) {
    const { properties, $defs } = JSON.parse(fs.readFileSync(SCHEMA, 'utf8'));
    const keys = [
        ['page', 'pa|ge: {size: A5}\n', properties.page],
        ['publisher', 'publis|her: {name: Clinic}\n', properties.publisher],
        ['orientation', 'page: {orient|ation: landscape}\n', $defs.page.properties.orientation],
        ['kind', `${block}callout:\n          ki|nd: note\n          body: Text.\n`, $defs.callout.properties.kind],
    ];
    for (const [name, text, key] of keys)
        await rule(`a pointer on ${name} shows what it is for`, async () => {
            const hover = await server.hover(fresh(), head + text);
            assert.ok(textOf(hover?.contents).includes(key.description), JSON.stringify(hover));
        });
}

// `line` and `column` as a person counts them, from the line behind the head.
const faulty = [
    ['an unknown key', `subtitel: x\n${sections}`, 1, 1],
    ['an unknown key of a section', 'sections:\n  - heading: One\n    bodi: Some words.\n', 3, 5],
    ['an unknown block', `${block}calout: {body: Text.}\n`, 4, 9],
    ['an unknown choice', `page: {size: A9}\n${sections}`, 1, 14],
    ['a number out of range', `page: {columns: 9}\n${sections}`, 1, 17],
    ['a length without its unit', `page: {size: {width: 210, height: 297mm}}\n${sections}`, 1, 22],
    ['a date that is written otherwise', `document: {issued: 06/27/2025}\n${sections}`, 1, 20],
    ['an unknown kind', `${block}callout: {kind: danger, body: Text.}\n`, 4, 25],
    ['a list where text belongs', 'sections:\n  - heading: [One]\n    body: Text.\n', 2, 14],
];

async function checks(server) {
    for (const [what, text, line, column] of faulty)
        await rule(`${what} is marked at its place`, async () => {
            const faults = await server.check(fresh(), head + text);
            const starts = faults.map(({ range }) => [range.start.line - first + 1, range.start.character + 1]);
            assert.deepStrictEqual(starts, [[line, column]], JSON.stringify(faults.map(({ message }) => message)));
        });
    for (const file of files)
        await rule(`${path.basename(file)} has no mark`, async () => {
            const faults = await server.check(path.resolve(file), fs.readFileSync(file, 'utf8'));
            assert.deepStrictEqual(faults.map(({ range, message }) => `${range.start.line + 1}: ${message}`), []);
        });
}

async function validates(require) {
    const { default: Ajv } = require('ajv/dist/2020');
    const yaml = require('yaml');
    // Not strict: the schema has keywords for editors that the standard does not name.
    const ajv = new Ajv({ strict: false, allErrors: true });
    const read = (text) => yaml.parse(text, { merge: true });
    const validators = new Map();
    for (const name of ['brochure', 'house', 'section', 'theme']) {
        const schema = JSON.parse(fs.readFileSync(`schema/${name}.schema.json`, 'utf8'));
        await rule(`the schema of a ${name} is one of 2020-12`, () =>
            assert.ok(ajv.validateSchema(schema), ajv.errorsText()));
        validators.set(name, ajv.compile(schema));
    }
    for (const file of files)
        await rule(`${path.basename(file)} is valid`, () => {
            const text = fs.readFileSync(file, 'utf8');
            const valid = validators.get(/^# yaml-language-server: .*[/](\w+)[.]schema[.]json\n/.exec(text)?.[1]);
            assert.ok(valid, 'its first line names no schema');
            assert.ok(valid(read(text)), ajv.errorsText(valid.errors));
        });
    for (const [what, text] of faulty)
        await rule(`${what} is not valid`, () => assert.ok(!validators.get('brochure')(read(head + text))));
}

async function main() {
    const require = createRequire(path.resolve(tools, 'package.json'));
    await validates(require);
    const server = new Server(path.resolve(tools, 'node_modules/yaml-language-server/bin/yaml-language-server'));
    try {
        await server.open();
        await completes(server);
        await explains(server);
        await checks(server);
        await server.close();
    } finally {
        server.child.kill();
    }
}

main().catch((error) => {
    console.log(`not ok - the language server answers\n# ${error.stack}`);
    process.exitCode = 1;
});
