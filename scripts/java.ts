import { spawnSync } from "node:child_process";
import { installDebianPackage } from "./debian";

/** How to get one, for whom it is missing. */
export const HOW_TO_GET_JAVA = "put java and keytool of a JDK 17 or newer on PATH (Debian: openjdk-17-jdk-headless)";

/** Whether java and keytool can be started; on Debian they are installed when they are missing and we may. */
export function haveJava(): boolean {
    return runs() || (installDebianPackage("openjdk-17-jdk-headless") && runs());
}

function runs(): boolean {
    return [
        ["java", "-version"],
        ["keytool", "-help"],
    ].every(([program, argument]) => spawnSync(program!, [argument!], { stdio: "ignore" }).status === 0);
}
