// Defaults of Node-RED, but for the port, no editor, and zlib for the function node.
module.exports = {
  uiHost: "127.0.0.1",
  uiPort: @PORT@,
  httpAdminRoot: false,
  flowFile: "flows.json",
  credentialSecret: false,
  telemetry: { enabled: false, updateNotification: false },
  diagnostics: { enabled: false },
  functionGlobalContext: { zlib: require("zlib") },
  logging: { console: { level: "info", metrics: false, audit: false } },
};
