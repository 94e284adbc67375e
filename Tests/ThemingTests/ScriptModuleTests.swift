import Foundation
import TestSupport
import Testing
import Values

@testable import Theming

@Suite("Modules of scripts")
struct ScriptModuleTests {
    private func published(_ scripts: [String: String]) -> [String: String] {
        ScriptModules(scripts.mapValues { Array($0.utf8) }).published.mapValues { String(decoding: $0, as: UTF8.self) }
    }

    @Test("a script and what it imports become one file, each module once and before those that need it")
    func joined() {
        let files = published([
            "assets/js/a.js": "import { b } from \"./m/b.js\";\nimport { c } from \"./m/c.js\";\nb(c.d);\n",
            "assets/js/m/b.js": "// What it does.\nimport { c } from \"./c.js\";\nexport const b = (x) => c[x];\n",
            "assets/js/m/c.js": "export const c = { d: 1 };\n",
            "assets/js/other.js": "d();\n",
        ])
        #expect(files.keys.sorted() == ["assets/js/a.js", "assets/js/other.js"])
        #expect(files["assets/js/a.js"] == "const c={d:1};const b=(x)=>c[x];b(c.d);\n")
    }

    @Test(
        "modules that cannot be joined are published as they are, for browsers to load",
        arguments: [
            "import b from \"./b.js\";\nb();\n", "import { b as c } from \"./b.js\";\nc();\n", "import(\"./b.js\");\n",
            "import { b } from \"./b.js\";\nconst f = 1;\nb(f);\n", "import { b } from \"./nowhere.js\";\nb();\n",
            "import { b } from \"./b.js\";\nexport default b;\n",
        ])
    func apart(script: String) {
        let module = "export const b = () => f;\nconst f = 2;\n"
        let files = published(["assets/js/a.js": script, "assets/js/b.js": module])
        #expect(files.keys.sorted() == ["assets/js/a.js", "assets/js/b.js"])
        #expect(files["assets/js/b.js"] == "export const b=()=>f;const f=2;\n")
    }

    @Test("what a script loads when it needs it stays a file of its own, with what it exports")
    func onDemand() {
        let files = published([
            "assets/js/a.js":
                "import { c } from \"./m/c.js\";\nimport { d } from \"./d.js\";\nd(c, import(\"./b.js\"));\n",
            "assets/js/b.js":
                "import { c } from \"./m/c.js\";\nexport const first = (x) => c[x];\nexport const other = 1;\n",
            "assets/js/d.js": "export const d = 3;\n",
            "assets/js/e.js": "import { c } from \"./m/c.js\";\nc(import(\"./d.js\"));\n",
            "assets/js/m/c.js": "export const c = { d: 1 };\n",
        ])
        #expect(files.keys.sorted() == ["a", "b", "d", "e"].map { "assets/js/\($0).js" })
        #expect(
            files["assets/js/b.js"]
                == "const c={d:1};const first=(x)=>c[x];const other=1;export{first,other};\n")
        #expect(files["assets/js/d.js"] == "export const d=3;\n")
    }

    @Test("modules that import each other are not joined")
    func circle() {
        let files = published([
            "assets/js/a.js": "import { b } from \"./b.js\";\nexport const a = 1;\n",
            "assets/js/b.js": "import { a } from \"./a.js\";\nexport const b = a;\n",
        ])
        #expect(files.count == 2)
    }

    private func shortened(_ script: String) throws -> String {
        let tokens = try #require(ScriptTokens.read(Array(script.utf8)))
        return String(decoding: ScriptText.text(of: ScriptNames(tokens).shortened), as: UTF8.self)
    }

    @Test("templates within templates are read to a depth that no script has, and no deeper")
    func nesting() {
        func nested(_ depth: Int) -> [UInt8] {
            Array((String(repeating: "`${", count: depth) + "x" + String(repeating: "}`", count: depth)).utf8)
        }
        #expect(ScriptTokens.read(nested(60)) != nil)
        #expect(ScriptTokens.read(nested(70)) == nil)
        // A script that is left as it is is published so.
        #expect(ScriptText.published(nested(20_000)) == nested(20_000))
        #expect(ScriptText.published(Array(String(repeating: "`${", count: 50_000).utf8)).count == 150_000)
    }

    @Test("names that a script declares for itself become shorter, the same everywhere")
    func names() throws {
        #expect(try shortened("const first = (other) => other + first;") == "const a=(b)=>b+a;\n")
        #expect(
            try shortened("for (const own of list) own();\nlet count = 1, total;")
                == "for(const a of list)a();let b=1,c;\n")
    }

    @Test("names of properties, of the browser and in templates stay")
    func otherNames() throws {
        for script in [
            "const name=1;a.name=name;\n", "const value=1;b({value});\n", "const key=1;b({key:2},key);\n",
            "const text=1;b(`${text}`);\n", "const{read,write}=b;read(write);\n",
            "const own=(document)=>document;document.title=own;\n".replacing("own", with: "c"),
            "const load=1;b({load(){}},load);\n", "class A{load(){}}const load=1;\n",
        ] {
            #expect(try shortened(script) == script)
        }
        // A short name is none that stands there already, nor a word of the language.
        #expect(try shortened("const other = a + b(`${c}`);") == "const d=a+b(`${c}`);\n")
    }

    /// The scripts of the theme `default` as they are published.
    private func scripts() throws -> [String: [UInt8]] {
        let folder = Sites.repository + "/themes/default/"
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder + "assets/js").filter {
            $0.hasSuffix(".js")
        }
        let sources = try paths.map { path in
            ("assets/js/" + path, [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + "assets/js/" + path))))
        }
        return ScriptModules(Dictionary(uniqueKeysWithValues: sources)).published
    }

    @Test("the list filter takes traditional characters for those that the search takes them for")
    func traditional() throws {
        let script = try #require(try scripts()["assets/js/traditional.js"])
        let written = String(decoding: script, as: UTF8.self).split(separator: "`")[1].filter { !$0.isWhitespace }
        let han: ClosedRange<UInt16> = 0x4E00...0x9FFF
        let pairs = TextFolding.pairs.filter { han.contains($0.unit) && han.contains($0.folded) }
        #expect(Array(String(written).utf16) == pairs.flatMap { [$0.unit, $0.folded] })
    }

    @Test("the scripts of the theme need nothing newer than ECMAScript 2019 and what browsers of that year have")
    func age() throws {
        let scripts = try scripts()
        let names = [
            "answers", "filter", "lightbox", "marks", "nearest", "search-support", "search", "site", "suggest",
            "traditional",
        ]
        #expect(scripts.keys.sorted() == names.map { "assets/js/\($0).js" })
        let newer: Set<String> = [
            "at", "findLast", "findLastIndex", "replaceAll", "replaceChildren", "hasOwn", "structuredClone",
            "globalThis",
            "DecompressionStream", "CompressionStream", "allSettled", "any", "toSorted", "toReversed", "toSpliced",
            "groupBy",
            "WeakRef", "BigInt", "withResolvers", "requestSubmit", "checkVisibility", "randomUUID", "matchAll",
        ]
        for (path, script) in scripts {
            let tokens = try #require(ScriptTokens.read(script))
            for (token, next) in zip(tokens, tokens.dropFirst()) {
                let both = String(decoding: token.text + next.text, as: UTF8.self)
                // `import()` is of 2020, but those browsers have it: Chromium since 63, Safari since 11.1.
                #expect(!["?.", "??", "||=", "&&="].contains(both), "\(path)")
                if token.is(".") { #expect(!newer.contains(String(decoding: next.text, as: UTF8.self)), "\(path)") }
            }
            for token in tokens {
                let text = String(decoding: token.text, as: UTF8.self)
                #expect(!text.contains("(?<"), "\(path): no lookbehind, no named groups")
                #expect(token.kind != .name || !newer.subtracting(["at", "any"]).contains(text), "\(path)")
                #expect(!token.is("#") && !text.contains(/^\d[\d_]*(_|n$)/), "\(path)")
            }
        }
    }
}
