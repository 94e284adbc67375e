import Text
import Values

/// Joins a script and the modules that it imports to one, so that a browser asks for one file.
///
/// Only what every module of a theme needs is known: `import { a, b } from "./path.js"` and `export const`, each a line of
/// its own. Whatever else there is leaves the modules as they are, which browsers load one by one. What a script exports
/// that no other imports so stays exported: scripts may load it when they need it, by `import()`.
struct ScriptModules {
    /// The scripts of a theme by path.
    private let scripts: [String: [UInt8]]
    /// Those of them that import and export in the ways that are known.
    private let modules: [String: Module]

    init(_ scripts: [String: [UInt8]]) {
        self.scripts = scripts
        modules = Dictionary(
            uniqueKeysWithValues: scripts.compactMap { path, bytes in Module(bytes, at: path).map { (path, $0) } })
    }

    /// The scripts as they are published: those that import others joined with them, and those that only others import
    /// left out.
    var published: [String: [UInt8]] {
        var result: [String: [UInt8]] = [:]
        var joined: Set<String> = []
        let imported = Set(modules.values.flatMap(\.imports))
        for path in scripts.keys.sorted() where !imported.contains(path) {
            guard let script = script(joinedTo: path, taken: &joined) else { continue }
            result[path] = script
        }
        let apart = scripts.keys.filter { !joined.contains($0) }
        let needed = Set(apart.flatMap(importsOfAnyForm) + joined.flatMap(importsOnDemand))
        for (path, script) in scripts where result[path] == nil {
            if joined.contains(path), imported.contains(path), !needed.contains(path) { continue }
            result[path] = ScriptText.published(script)
        }
        return result
    }

    /// The script with all its modules before it; `nil` where it imports none, or they cannot be joined.
    ///
    /// - Parameter taken: gets the paths of all that was joined.
    private func script(joinedTo path: String, taken: inout Set<String>) -> [UInt8]? {
        var order: [String] = []
        guard collect(path, into: &order, above: []), order.count > 1 else { return nil }
        let joined = order.compactMap { modules[$0] }
        let names = joined.flatMap(\.names)
        guard joined.count == order.count, Set(names).count == names.count else { return nil }
        var lines = joined.flatMap(\.lines)
        if let exports = modules[path]?.exports, !exports.isEmpty {
            lines.append("export { \(exports.joined(separator: ", ")) };")
        }
        let text = lines.joined(separator: "\n")
        guard let tokens = ScriptTokens.read(Array(text.utf8)) else { return nil }
        taken.formUnion(order)
        return ScriptText.text(of: ScriptNames(tokens).shortened)
    }

    /// Adds a module behind those that it imports; `false` where one is missing, or they import each other.
    private func collect(_ path: String, into order: inout [String], above: [String]) -> Bool {
        guard !order.contains(path) else { return true }
        guard !above.contains(path), let module = modules[path] else { return false }
        for imported in module.imports where !collect(imported, into: &order, above: above + [path]) { return false }
        order.append(path)
        return true
    }

    /// What a script loads by `import("./path.js")` when it needs it.
    private func importsOnDemand(of path: String) -> [String] {
        let bytes = scripts[path] ?? []
        var imports: [String] = []
        var rest = bytes.firstIndex(of: "import(\"")
        while let place = rest {
            let start = place + "import(\"".utf8.count
            let address = String(decoding: bytes[start...].prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
            if let imported = SitePath(path)?.resolving(address)?.text { imports.append(imported) }
            rest = bytes.firstIndex(of: "import(\"", from: start)
        }
        return imports
    }

    /// What a script that is not joined imports, as far as it says so in a text.
    private func importsOfAnyForm(of path: String) -> [String] {
        let quoted = (scripts[path] ?? []).split(omittingEmptySubsequences: false) {
            $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'")
        }
        return quoted.dropFirst().dropLast().filter(Module.isPath).compactMap {
            SitePath(path)?.resolving(String(decoding: $0, as: UTF8.self))?.text
        }
    }
}

/// A script as far as it is known how it hangs together with others.
private struct Module {
    /// The paths of the modules it imports, in order.
    private(set) var imports: [String] = []
    /// The names that it declares outside of all brackets.
    private(set) var names: Set<String> = []
    /// The names that it exports, in order.
    private(set) var exports: [String] = []
    /// Its lines without imports and the word `export`.
    private(set) var lines: [Substring] = []

    /// - Returns: `nil` for a script that imports or exports in other ways.
    init?(_ bytes: [UInt8], at path: String) {
        let text = String(decoding: bytes, as: UTF8.self)
        for part in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            let line = Substring(part)
            if line.hasPrefix("import") {
                guard let imported = Self.importedPath(line), let place = SitePath(path)?.resolving(imported)?.text
                else { return nil }
                imports.append(place)
                continue
            }
            let code = line.hasPrefix("export const ") ? line.dropFirst("export ".count) : line
            guard !code.hasPrefix("export") else { return nil }
            if let name = Self.declaredName(code) {
                names.insert(name)
                if code.startIndex > line.startIndex { exports.append(name) }
            }
            lines.append(code)
        }
    }

    /// The path in `import { a, b } from "./path.js";`; `nil` for any other line.
    private static func importedPath(_ line: Substring) -> String? {
        let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
        let (start, end) = ("import { ", " } from ")
        guard parts.count == 3, parts[2] == ";", parts[0].hasPrefix(start), parts[0].hasSuffix(end),
            parts[0].count > start.count + end.count, isPath(Array(parts[1].utf8)[...])
        else { return nil }
        let names = parts[0].dropFirst(start.count).dropLast(end.count)
            .split(separator: ",", omittingEmptySubsequences: false)
        for (index, name) in names.enumerated() {
            guard index == 0 || name.hasPrefix(" ") else { return nil }
            let name = index == 0 ? name : name.dropFirst()
            guard !name.isEmpty, name.utf8.allSatisfy(isNameByte) else { return nil }
        }
        return String(parts[1])
    }

    private static func declaredName(_ code: Substring) -> String? {
        for word in ["const ", "let ", "var ", "function ", "async function ", "class "] where code.hasPrefix(word) {
            let name = code.utf8.dropFirst(word.utf8.count).prefix(while: isNameByte)
            return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
        }
        return nil
    }

    /// Whether it is the path of a script beside or above: `./a.js`, `../b/c.js`.
    static func isPath(_ text: ArraySlice<UInt8>) -> Bool {
        (text.starts(with: "./".utf8) || text.starts(with: "../".utf8)) && text.suffix(3).elementsEqual(".js".utf8)
            && text.allSatisfy { isNameByte($0) && $0 != UInt8(ascii: "$") || "/.-".utf8.contains($0) }
    }

    /// Whether a byte is part of a name: letters and digits of ASCII, `_` and `$`.
    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), UInt8(ascii: "$"):
            true
        default: false
        }
    }
}
