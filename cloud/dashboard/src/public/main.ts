import { mount } from "svelte";
import "../theme.css";
import { router } from "../lib/router.svelte";
import { settings } from "../lib/settings.svelte";
import App from "./App.svelte";
import { install } from "./install.svelte";
import { routes } from "./routes";
import { keepPages } from "./worker";

settings.show();
router.start(routes);
mount(App, { target: document.getElementById("app")! });
install.listen();

// Once the page is there and the line is free.
addEventListener("load", () => setTimeout(() => void keepPages(), 2_000));
