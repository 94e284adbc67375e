import Values

/// Joins a script and the modules that it imports to one, so that a browser asks for one file.
///
/// Only what every module of a theme needs is known: `import { a, b } from "./path.js"` and `export const`, each a line of
/// its own. Whatever else there is leaves the modules as they are, which browsers load one by one.
struct ScriptModules {
    /// The scripts of a theme by path.
    private let scripts: [String: [UInt8]]

    init(_ scripts: [String: [UInt8]]) { self.scripts = scripts }

    /// The scripts as they are published: those that import others joined with them, and those that only others import
    /// left out.
    var published: [String: [UInt8]] {
        var result = scripts
        var joined: Set<String> = []
        let imported = Set(scripts.keys.flatMap { path in module(at: path)?.imports ?? [] })
        for path in scripts.keys.sorted() where !imported.contains(path) {
            guard let script = script(joinedTo: path, taken: &joined) else { continue }
            result[path] = script
        }
        let needed = Set(scripts.keys.filter { !joined.contains($0) }.flatMap { importsOfAnyForm(of: $0) })
        for path in joined where imported.contains(path) && !needed.contains(path) { result[path] = nil }
        return result.mapValues(ScriptText.published)
    }

    private struct Module {
        /// The paths of the modules it imports, in order.
        var imports: [String] = []
        /// The names that it declares outside of all brackets.
        var names: Set<String> = []
        /// Its lines without imports and the word `export`.
        var lines: [Substring] = []
    }

    /// The script with all its modules before it; `nil` where it imports none, or they cannot be joined.
    ///
    /// - Parameter taken: gets the paths of all that was joined.
    private func script(joinedTo path: String, taken: inout Set<String>) -> [UInt8]? {
        var order: [String] = []
        guard collect(path, into: &order, above: []), order.count > 1 else { return nil }
        let modules = order.compactMap { module(at: $0) }
        let names = modules.flatMap(\.names)
        guard modules.count == order.count, Set(names).count == names.count else { return nil }
        let text = modules.flatMap(\.lines).joined(separator: "\n")
        guard let tokens = ScriptTokens.read(Array(text.utf8)) else { return nil }
        taken.formUnion(order)
        return ScriptText.text(of: ScriptNames(tokens).shortened)
    }

    /// Adds a module behind those that it imports; `false` where one is missing, or they import each other.
    private func collect(_ path: String, into order: inout [String], above: [String]) -> Bool {
        guard !order.contains(path) else { return true }
        guard !above.contains(path), let module = module(at: path) else { return false }
        for imported in module.imports where !collect(imported, into: &order, above: above + [path]) { return false }
        order.append(path)
        return true
    }

    /// - Returns: `nil` where there is no such script, or it imports or exports in other ways.
    private func module(at path: String) -> Module? {
        guard let bytes = scripts[path] else { return nil }
        var module = Module()
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("import") {
                guard
                    let match = line.wholeMatch(of: /import \{ [\w$]+(?:, [\w$]+)* \} from "(\.\.?\/[\w\/.-]+\.js)";/),
                    let imported = SitePath(path)?.resolving(String(match.1))?.text
                else { return nil }
                module.imports.append(imported)
                continue
            }
            let code = line.hasPrefix("export const ") ? line.dropFirst("export ".count) : line
            guard !code.hasPrefix("export") else { return nil }
            if let match = code.prefixMatch(of: /(?:const|let|var|function|async function|class) ([\w$]+)/) {
                module.names.insert(String(match.1))
            }
            module.lines.append(code)
        }
        return module
    }

    /// What a script that is not joined imports, as far as it says so in a text.
    private func importsOfAnyForm(of path: String) -> [String] {
        let text = String(decoding: scripts[path] ?? [], as: UTF8.self)
        return text.matches(of: /["'](\.\.?\/[\w\/.-]+\.js)["']/).compactMap {
            SitePath(path)?.resolving(String($0.1))?.text
        }
    }
}
