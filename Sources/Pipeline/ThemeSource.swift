import Content
import Diagnostics
import Fields
import Rules
import Screening
import SiteModel
import Theming
import Values

/// The files of themes at the beginning of a build, each of them whole or with a finding that says why not.
package enum ThemeSource {
    /// The theme that a site names.
    package struct Result: Sendable {
        /// `nil` when it cannot be used.
        package let theme: Theme?
        /// What is wrong with it.
        package let diagnostics: [Diagnostic]

        /// A theme that is there already.
        package init(theme: Theme?, diagnostics: [Diagnostic] = []) {
            self.theme = theme
            self.diagnostics = diagnostics
        }
    }

    /// Of a template, style sheet, script or table of strings.
    static let maximumTextBytes = 8 << 20
    /// Of any other file, such as a font.
    static let maximumFileBytes = 256 << 20

    /// The theme that a site names, and what is wrong with it.
    ///
    /// - Throws: when the themes cannot be listed.
    package static func theme(of content: SiteContent, options: BuildOptions) throws -> Result {
        try theme(of: content.configuration, reader: options.workspace)
    }

    static func theme(of configuration: SiteConfiguration, reader: Workspace) throws -> Result {
        var own: [Diagnostic] = []
        let (theme, findings) = try ThemeLoader.load(
            configuration.theme, language: configuration.language.rawValue, accent: configuration.accent,
            origin: configuration.baseURL.origin
        ) { name in
            // A theme's name is one folder's name, so that it cannot lead out of `themes/`.
            guard let path = SitePath("themes/\(name)"), !name.contains("/") else { return nil }
            return try folder(path, name: name, reader, contacts: configuration.checks.contacts, findings: &own)
        }
        return Result(theme: theme, diagnostics: findings + own)
    }

    private static func folder(
        _ path: SitePath, name: String, _ reader: Workspace, contacts: PublishedContacts,
        findings: inout [Diagnostic]
    ) throws -> ThemeFolder? {
        var files: [String: SourceFile] = [:]
        var lacksFiles = false
        for listing in try reader.list(path.text) {
            guard let file = file(listing, reader, findings: &findings) else {
                lacksFiles = true
                continue
            }
            let inside = String(listing.path.dropFirst(path.text.count + 1))
            files[inside] = file
            if inside.hasSuffix(".mustache") || inside.hasSuffix(".yaml") {
                findings += Self.findings(inWordsOf: file, contacts: contacts)
            } else if inside.hasPrefix("assets/") {
                findings += ThemeAssetCheck.findings(about: file, named: inside)
            }
        }
        return files.isEmpty && !lacksFiles ? nil : ThemeFolder(name: name, files: files, lacksFiles: lacksFiles)
    }

    /// What is wrong with the words of a template or a table of strings, which stand on every page. That it is no text is told
    /// where the theme is put together.
    private static func findings(inWordsOf file: SourceFile, contacts: PublishedContacts) -> [Diagnostic] {
        guard case .success(let text) = TextReader.decode(file.bytes) else { return [] }
        let words = SourceFile(path: file.path, bytes: text.bytes)
        return PersonalDataScan.findings(in: words, contacts: contacts)
            + HiddenCharacters.findings(in: words, from: text.bytes.count - text.unmarked.count)
    }

    /// The whole file; `nil` after a finding.
    private static func file(
        _ listing: Workspace.Listing, _ reader: Workspace, findings: inout [Diagnostic]
    ) -> SourceFile? {
        if let problem = FileProblem(listing) {
            findings.append(problem.diagnostic(listing.path))
            return nil
        }
        guard SitePath(listing.path) != nil else {
            findings.append(FileProblem.unreadable().diagnostic(listing.path))
            return nil
        }
        let limit = ThemeText.isText(listing.path) ? maximumTextBytes : maximumFileBytes
        guard listing.size <= limit else {
            findings.append(tooLarge(listing, limit: limit))
            return nil
        }
        guard let bytes = reader.read(listing.path, .max) else {
            findings.append(FileProblem.unreadable().diagnostic(listing.path))
            return nil
        }
        return SourceFile(path: listing.path, bytes: bytes)
    }

    private static func tooLarge(_ listing: Workspace.Listing, limit: Int) -> Diagnostic {
        Diagnostic(
            .themeFile, at: SourceFile(path: listing.path, bytes: []).start,
            message: LocalizedText(
                zh: "“\(listing.path)”有 \((listing.size + 1023) / 1024) KiB，上限是 \(limit / 1024) KiB。",
                en: "“\(listing.path)” has \((listing.size + 1023) / 1024) KiB; \(limit / 1024) KiB is the limit."))
    }
}
