import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig, type Plugin } from "vite";

const folder = "../../artifacts/dashboard";

/** Writes a .br and a .gz beside every text, as small as they get: the cloud sends them as they are. */
function compress(): Plugin {
  const each = (dir: string, act: (file: string) => void): void => {
    for (const name of readdirSync(dir)) {
      const path = join(dir, name);
      if (statSync(path).isDirectory()) {
        each(path, act);
      } else {
        act(path);
      }
    }
  };
  return {
    name: "compress",
    apply: "build",
    closeBundle() {
      each(folder, (file) => {
        if (!/\.(js|css|html|svg|json|webmanifest)$/.test(file)) {
          return;
        }
        const content = readFileSync(file);
        writeFileSync(`${file}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }));
        writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
      });
    },
  };
}

/** While developing: a path that is no file is a page, as the cloud answers it. */
function pages(): Plugin {
  return {
    name: "pages",
    configureServer(server) {
      server.middlewares.use((request, _, next) => {
        const path = (request.url ?? "/").split("?")[0] ?? "/";
        if (!/\.[a-z0-9]+$/i.test(path) && !/^\/(@|api\/|cap\/|src\/|node_modules\/|register|help)/.test(path)) {
          request.url = /^\/agency(\/|$)/.test(path) ? "/agency.html" : "/index.html";
        }
        next();
      });
    },
  };
}

export default defineConfig({
  plugins: [svelte(), pages(), compress()],
  build: {
    outDir: folder,
    emptyOutDir: true,
    // Phones of 2020 and their browsers, which nobody updates any more.
    target: ["chrome80", "safari14", "firefox78"],
    // Everything stays a file of ours: the content security policy knows no data: for scripts, styles and fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
    rollupOptions: {
      input: { index: "index.html", agency: "agency.html", sw: "src/worker/sw.ts" },
      output: {
        experimentalMinChunkSize: 6_000,
        // Browsers ask for the worker by its name, and it may reach over the paths below where it lies.
        entryFileNames: (chunk) => (chunk.name === "sw" ? "sw.js" : "assets/[name]-[hash].js"),
        // A page's file is called after its folder.
        chunkFileNames: (chunk) => {
          const folder = /\/src\/(\w+)\/([\w-]+)\/Page\.svelte$/.exec(chunk.facadeModuleId ?? "");
          return folder ? `assets/${folder[1]}-${folder[2]}-[hash].js` : "assets/[name]-[hash].js";
        },
      },
    },
  },
  server: {
    proxy: Object.fromEntries(["/api", "/cap", "/register", "/help"].map((path) => [path, process.env.EAG_CLOUD ?? "http://127.0.0.1:8080"])),
  },
  appType: "mpa",
});
