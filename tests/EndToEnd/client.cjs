// Drives every method of VLM Run's own client that the server serves. Arguments: the client's folder, the API's address, a key, a folder of
// samples. Prints each step; an assertion that fails ends the process with its reason.
const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");

const [tools, baseURL, apiKey, samples] = process.argv.slice(2);
const { VlmRun } = require(path.join(tools, "vlmrun"));
const { z } = require(path.join(tools, "zod"));
const client = new VlmRun({ apiKey, baseURL });
const sample = (start) => path.join(samples, fs.readdirSync(samples).find((name) => name.startsWith(start) && /\.(pdf|jpg|jpeg|png)$/.test(name)));

const steps = {
  async models() {
    const models = await client.models.list();
    assert.ok(models.some((each) => each.model && each.domain === "document.invoice"));
  },

  async hub() {
    assert.ok((await client.hub.info()).version);
    assert.ok((await client.hub.listDomains()).some((each) => each.domain === "document.receipt"));
    const schema = await client.hub.getSchema({ domain: "document.invoice" });
    assert.match(schema.schema_hash, /^[0-9a-f]{8}$/);
    assert.ok(schema.schema_version && schema.json_schema.properties.invoice_id);
    const part = await client.hub.getSchema({ domain: "document.invoice", gql_stmt: "{ invoice_id }" });
    assert.deepEqual(Object.keys(part.json_schema.properties), ["invoice_id"]);
  },

  async files() {
    const first = await client.files.upload({ filePath: sample("invoice"), purpose: "vision" });
    assert.equal(first.object, "file");
    assert.equal(first.filename, path.basename(sample("invoice")));
    assert.equal(first.bytes, fs.statSync(sample("invoice")).size);
    const cached = await client.files.getCachedFile(sample("invoice"));
    assert.equal(cached.id, first.id);
    const second = await client.files.upload({ filePath: sample("invoice") });
    assert.equal(second.id, first.id);
    assert.deepEqual([first.purpose, second.purpose], ["vision", "assistants"]);
    assert.equal((await client.files.get(first.id)).id, first.id);
    assert.ok((await client.files.list({ skip: 0, limit: 5 })).some((each) => each.id === first.id));
    const other = await client.files.upload({ filePath: sample("receipt"), checkDuplicate: false });
    await client.files.delete(other.id);
    await assert.rejects(client.files.get(other.id), (error) => error.http_status === 404 || /no such file/.test(error.message));
  },

  async documentWithDomain() {
    const file = await client.files.upload({ filePath: sample("invoice") });
    const result = await client.document.generate({ fileId: file.id, model: "vlm-1", domain: "document.invoice" });
    assert.equal(result.status, "completed");
    assert.equal(result.domain, "document.invoice");
    assert.equal(result.usage.element_type, "page");
    assert.equal(typeof result.response.invoice_id, "string");
    assert.ok(result.response.items.length > 0);
    assert.ok(!Object.keys(result.response).some((name) => name.endsWith("_metadata")));
  },

  async documentWithZodAndGrounding() {
    const file = await client.files.upload({ filePath: sample("invoice") });
    const schema = z.object({ invoice_id: z.string(), total_amount: z.number().nullable(), items: z.array(z.object({ description: z.string() })) });
    const result = await client.document.generate({
      fileId: file.id,
      domain: "document.invoice",
      config: { responseModel: schema, grounding: true, confidence: true },
    });
    assert.equal(result.status, "completed");
    schema.parse(result.response);
    const metadata = result.response.invoice_id_metadata;
    assert.match(metadata.confidence, /^(hi|med|low)$/);
    assert.equal(metadata.bboxes[0].page, 0);
    assert.equal(metadata.bboxes[0].bbox.xywh.length, 4);
    assert.deepEqual(metadata.bboxes[0].xywh, metadata.bboxes[0].bbox.xywh);
    assert.ok(!("issuer_name" in result.response));
  },

  async documentWithConfidenceAlone() {
    const file = await client.files.upload({ filePath: sample("invoice") });
    const result = await client.document.generate({ fileId: file.id, domain: "document.invoice", config: { confidence: true, gqlStmt: "{ invoice_id }" } });
    assert.deepEqual(Object.keys(result.response), ["invoice_id", "invoice_id_metadata"]);
    assert.ok("bbox" in result.response.invoice_id_metadata && "bbox_content" in result.response.invoice_id_metadata);
  },

  async documentInBatch() {
    const file = await client.files.upload({ filePath: sample("invoice") });
    const asked = await client.document.generate({ fileId: file.id, domain: "document.invoice", batch: true });
    assert.equal(asked.status, "pending");
    const finished = await client.predictions.wait(asked.id, 600, 0.2);
    assert.equal(finished.status, "completed");
    assert.equal((await client.predictions.get(asked.id)).id, asked.id);
    const listed = await client.predictions.list({ skip: 0, limit: 3 });
    assert.equal(listed[0].id, asked.id);
  },

  async images() {
    const schema = { type: "object", properties: { merchant_name: { type: "string" }, total: { type: "number" } } };
    const result = await client.image.generate({ images: [sample("receipt"), sample("receipt")], domain: "document.receipt", config: { jsonSchema: schema, grounding: true } });
    assert.equal(result.status, "completed");
    assert.deepEqual(result.usage.element_type, "image");
    assert.equal(result.usage.elements_processed, 2);
    const pages = Object.keys(schema.properties).flatMap((name) => (result.response[`${name}_metadata`]?.bboxes ?? []).map((box) => box.page));
    assert.ok(pages.length > 0 && pages.every((page) => page === 0 || page === 1));
  },

  async schemas() {
    const file = await client.files.upload({ filePath: sample("invoice") });
    for (const result of [await client.document.schema({ fileId: file.id }), await client.image.schema({ images: [sample("receipt")] })]) {
      assert.equal(result.status, "completed");
      assert.ok(result.response.domain && result.response.description && result.response.schema_version);
      assert.match(result.response.schema_hash, /^[0-9a-f]{8}$/);
      assert.ok(result.response.json_schema.properties);
    }
  },

  async feedback() {
    const [latest] = await client.predictions.list({ limit: 1 });
    const said = await client.feedback.submit({ id: latest.id, label: { note: "corrected" }, notes: "by hand", flag: true });
    assert.ok(said.id && said.created_at);
    assert.equal(said.request_id, latest.id);
    assert.deepEqual(said.response, { note: "corrected" });
  },

  async errors() {
    const stranger = new VlmRun({ apiKey: "invalid-api-key", baseURL });
    await assert.rejects(stranger.models.list(), /valid key/);
    await assert.rejects(client.document.generate({ fileId: "0".repeat(32), domain: "document.invoice" }), /no such file/);
    await assert.rejects(client.document.generate({ url: "https://127.0.0.1/a.pdf", domain: "document.invoice" }), /private network/);
    await assert.rejects(client.document.generate({ url: "https://169.254.169.254/", domain: "document.nothing" }), /domain/);
    await assert.rejects(client.predictions.get("0".repeat(32)), /no such prediction/);
    await assert.rejects(client.hub.getSchema({ domain: "document.nothing" }), /document.nothing/);
    await assert.rejects(client.finetuning.list(), /does not do that/);
  },
};

(async () => {
  for (const [name, step] of Object.entries(steps)) {
    await step();
    console.log(name);
  }
})().catch((error) => {
  console.error(error);
  process.exit(1);
});
