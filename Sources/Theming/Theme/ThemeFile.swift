import Diagnostics

/// A single file of a theme, or of the nearest theme it extends that has one.
package enum ThemeFile {
    /// - Parameter read: the bytes of a file below `themes/`; `nil` where there is none.
    package static func find(
        _ path: String, in theme: String, read: (String) throws -> [UInt8]?
    ) rethrows -> SourceFile? {
        var seen: Set<String> = []
        var next: String? = theme
        while let name = next, seen.insert(name).inserted, !name.contains("/") {
            let full = "themes/\(name)/\(path)"
            if let bytes = try read(full) { return SourceFile(path: full, bytes: bytes) }
            guard let description = try read("themes/\(name)/theme.yaml") else { return nil }
            var findings: [Diagnostic] = []
            next =
                ThemeDescription.read(
                    SourceFile(path: "themes/\(name)/theme.yaml", bytes: description), findings: &findings
                ).parent?.value
        }
        return nil
    }
}
