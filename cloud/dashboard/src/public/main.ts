import { mount } from "svelte";
import "../theme.css";
import { router } from "../lib/router.svelte";
import { settings } from "../lib/settings.svelte";
import App from "./App.svelte";
import { routes } from "./routes";

settings.show();
router.start(routes);
mount(App, { target: document.getElementById("app")! });
