import Diagnostics

/// A single file of a theme, or of the nearest theme it extends that has one.
package enum ThemeFile {
    /// - Parameter read: the bytes of a file below `themes/`; `nil` where there is none.
    /// - Returns: the file as text; `nil` where there is none, or after a finding.
    package static func find(
        _ path: String, in theme: String, findings: inout [Diagnostic], read: (String) throws -> [UInt8]?
    ) rethrows -> SourceFile? {
        var seen: Set<String> = []
        var next: String? = theme
        while let name = next, seen.insert(name).inserted, !name.contains("/") {
            let full = "themes/\(name)/\(path)"
            if let bytes = try read(full) {
                return ThemeText.decoded(SourceFile(path: full, bytes: bytes), findings: &findings)
            }
            guard let bytes = try read("themes/\(name)/theme.yaml"),
                let text = ThemeText.decoded(
                    SourceFile(path: "themes/\(name)/theme.yaml", bytes: bytes), findings: &findings)
            else { return nil }
            // What else is wrong with the description is told where the whole theme is read.
            var known: [Diagnostic] = []
            next = ThemeDescription.read(text, findings: &known)?.parent?.value
        }
        return nil
    }
}
