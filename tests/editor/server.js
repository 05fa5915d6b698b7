// A language server on the other end of a pipe: LSP 3.17's base protocol and the few requests that
// the test of editors makes.
'use strict';
const { spawn } = require('node:child_process');
const { pathToFileURL } = require('node:url');

const SECONDS = 30;

class Server {
    constructor(program) {
        this.child = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
        this.child.stdout.on('data', (bytes) => this.take(bytes));
        this.buffer = Buffer.alloc(0);
        this.answers = new Map(); // of requests, by their number
        this.faults = new Map(); // what waits for a document's diagnostics, by its address
        this.count = 0;
    }

    // Messages are a header, a blank line and as many bytes of JSON as the header says.
    take(bytes) {
        this.buffer = Buffer.concat([this.buffer, bytes]);
        for (;;) {
            const end = this.buffer.indexOf('\r\n\r\n');
            const length = end < 0 ? null : /Content-Length: (\d+)/i.exec(this.buffer.toString('latin1', 0, end));
            if (!length || this.buffer.length < end + 4 + Number(length[1]))
                return;
            const body = this.buffer.subarray(end + 4, end + 4 + Number(length[1]));
            this.buffer = this.buffer.subarray(end + 4 + Number(length[1]));
            this.receive(JSON.parse(body.toString('utf8')));
        }
    }

    receive(message) {
        if (message.method && message.id !== undefined) {
            this.send({ id: message.id, result: this.asked(message) });
        } else if (message.method === 'textDocument/publishDiagnostics') {
            this.faults.get(message.params.uri)?.(message.params.diagnostics);
        } else if (this.answers.has(message.id)) {
            const { resolve, reject } = this.answers.get(message.id);
            this.answers.delete(message.id);
            if (message.error)
                reject(new Error(message.error.message));
            else
                resolve(message.result);
        }
    }

    // Its own list of schemas lies in the network: only the file's own schema is to be used.
    asked(message) {
        const yaml = { validate: true, hover: true, completion: true, schemaStore: { enable: false } };
        return message.method === 'workspace/configuration'
            ? message.params.items.map((item) => (item.section === 'yaml' ? yaml : {}))
            : null;
    }

    send(message) {
        const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
        this.child.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
        this.child.stdin.write(body);
    }

    request(method, params) {
        const id = ++this.count;
        const answer = new Promise((resolve, reject) => this.answers.set(id, { resolve, reject }));
        this.send({ id, method, params });
        return within(answer, method);
    }

    async open() {
        await this.request('initialize', {
            processId: process.pid,
            rootUri: null,
            capabilities: {
                workspace: { configuration: true },
                textDocument: {
                    completion: { completionItem: { documentationFormat: ['markdown'] } },
                    hover: { contentFormat: ['markdown'] },
                },
            },
        });
        this.send({ method: 'initialized', params: {} });
    }

    async close() {
        await this.request('shutdown', null);
        this.send({ method: 'exit' });
    }

    // Opens a document and returns its diagnostics.
    async check(path, text) {
        const uri = pathToFileURL(path).href;
        const faults = new Promise((resolve) => this.faults.set(uri, resolve));
        this.send({
            method: 'textDocument/didOpen',
            params: { textDocument: { uri, languageId: 'yaml', version: 1, text } },
        });
        return within(faults, `diagnostics of ${path}`);
    }

    // `|` in the text is where the cursor stands.
    async at(method, path, text) {
        const before = text.slice(0, text.indexOf('|'));
        await this.check(path, text.replace('|', ''));
        return this.request(method, {
            textDocument: { uri: pathToFileURL(path).href },
            position: { line: before.split('\n').length - 1, character: before.length - before.lastIndexOf('\n') - 1 },
        });
    }

    async complete(path, text) {
        const found = await this.at('textDocument/completion', path, text);
        return found.items ?? found;
    }

    hover(path, text) {
        return this.at('textDocument/hover', path, text);
    }
}

async function within(promise, what) {
    let timer;
    const late = new Promise((_, reject) => {
        timer = setTimeout(() => reject(new Error(`no answer: ${what}`)), SECONDS * 1000);
    });
    try {
        return await Promise.race([promise, late]);
    } finally {
        clearTimeout(timer);
    }
}

module.exports = { Server };
