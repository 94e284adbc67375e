import Content
import Crypto
import Diagnostics
import Fields
import Rules
import Text
import Values

/// The files of one theme's folder, by path inside it.
package struct ThemeFolder: Sendable {
    package let name: String
    package let files: [String: SourceFile]
    /// Whether it has files that could not be read: then there are findings about them.
    package let lacksFiles: Bool

    package init(name: String, files: [String: SourceFile], lacksFiles: Bool = false) {
        self.name = name
        self.files = files
        self.lacksFiles = lacksFiles
    }
}

/// A theme with what it inherits, ready to render.
package struct Theme: Sendable {
    package let name: String
    package let words: Words
    /// The joined style sheet.
    package let stylesheet: [UInt8]
    /// Everything below `assets/` but the joined style sheets, by path inside the theme.
    package let assets: [String: [UInt8]]
    let templates: TemplateSet
    /// How wide pictures of texts are shown (`sizes` of the HTML standard, 4.8.4.3).
    package let pictureSizes: String
    /// The same for the photos of a write-up, which stand side by side.
    let photoSizes: String
    /// The colour of share pictures, as 0xRRGGBB.
    package let accent: UInt32
    /// Where the theme's assets stand: a folder named after what is in it, so that browsers may keep them for ever.
    ///
    /// One name for all of them lets style sheets and scripts refer to their neighbours by relative addresses.
    package let assetsURL: String

    /// Where the joined style sheet stands.
    package var stylesheetURL: String { assetsURL + Self.stylesheetName }
    /// Templates and style sheets by path inside the theme, inherited ones included, for findings about them.
    package let sources: [String: SourceFile]

    /// The files that are published with every site, by site-absolute path.
    package var publishedFiles: [String: [UInt8]] {
        var files = [stylesheetURL: stylesheet]
        for (path, bytes) in assets { files[url(ofAsset: path)] = bytes }
        return files
    }

    /// The site-absolute paths of `publishedFiles`.
    package var publishedPaths: Set<String> { Set(assets.keys.map(url(ofAsset:))).union([stylesheetURL]) }

    /// The file at a site-absolute path below `/assets/`, whichever fingerprint the path has: a page that is open in the
    /// preview asks for what it was made with.
    package func assetOfAnyFingerprint(at url: String) -> [UInt8]? {
        guard url.hasPrefix(Self.assetsRoot) else { return nil }
        let parts = url.dropFirst(Self.assetsRoot.count).split(separator: "/", maxSplits: 1)
        guard parts.count == 2 else { return nil }
        return parts[1] == Self.stylesheetName ? stylesheet : assets["assets/" + parts[1]]
    }

    fileprivate static let stylesheetName = "site.css"
    fileprivate static let assetsRoot = "/assets/"

    private func url(ofAsset path: String) -> String { assetsURL + path.dropFirst("assets/".count) }

    /// The folder of a style sheet and assets, from their paths and bytes.
    fileprivate static func assetsURL(stylesheet: [UInt8], assets: [String: [UInt8]]) -> String {
        var hash = SHA256()
        for (path, bytes) in assets.merging([stylesheetName: stylesheet], uniquingKeysWith: { $1 })
            .sorted(by: { $0.key < $1.key })
        {
            hash.update(data: Array("\(path)\n\(bytes.count)\n".utf8))
            hash.update(data: bytes)
        }
        let digits = hash.finalize().prefix(5).map { byte in
            let text = String(byte, radix: 16)
            return text.count == 1 ? "0" + text : text
        }
        return assetsRoot + digits.joined() + "/"
    }
}

/// Loads a theme: its own files over those of the themes it extends.
package enum ThemeLoader {
    /// - Parameters:
    ///   - name: the theme that the site asks for, with its place in `site.config`.
    ///   - language: the strings to use: `zh-CN` or `en`.
    ///   - accent: the site's own colour, over the theme's.
    ///   - origin: `https://example.org`, which style sheets get as `--site-origin` where they use it: a printed address
    ///     is a whole one.
    ///   - folder: reads a theme's folder; `nil` when there is none of that name.
    /// - Returns: the theme, unless something makes it unusable, and what is wrong with it.
    package static func load(
        _ name: Located<String>, language: String, accent: AccentColour? = nil, origin: String? = nil,
        folder: (String) throws -> ThemeFolder?
    ) rethrows -> (theme: Theme?, diagnostics: [Diagnostic]) {
        var findings: [Diagnostic] = []
        var chain: [(folder: ThemeFolder, description: ThemeDescription)] = []
        var next: Located<String>? = name
        while let current = next {
            guard !chain.contains(where: { $0.folder.name == current.value }) else {
                findings.append(inheritanceLoop(current))
                break
            }
            let folder = try folder(current.value)
            guard let found = folder, let file = found.files["theme.yaml"] else {
                // A name that can be no theme's is told where the configuration is read, a file that cannot be read there.
                if folder?.lacksFiles != true, Slug.isValid(current.value) { findings.append(missing(current)) }
                return (nil, findings)
            }
            let before = findings.count
            guard let text = ThemeText.decoded(file, findings: &findings),
                let description = ThemeDescription.read(text, findings: &findings)
            else {
                // What a theme is made of is not known: anything else would only follow from that.
                return (nil, Array(findings.prefix(before + 1)))
            }
            chain.append((ThemeText.decoded(found, findings: &findings), description))
            next = description.parent
        }
        // The nearest theme of the chain wins.
        var files: [String: SourceFile] = [:]
        for element in chain.reversed() { files.merge(element.folder.files) { _, own in own } }

        let stylesheets = chain.first { !$0.description.stylesheets.isEmpty }?.description.stylesheets ?? []
        let folders = chain.map(\.folder)
        let strings = ThemeStrings(folders, scripts: ThemeText.scripts(of: files), language: language)
        let words = strings.words(findings: &findings)
        let templates = TemplateSet.load(
            files, words: words, fallback: name.range, isComplete: !folders.contains(where: \.lacksFiles),
            findings: &findings)
        guard let words, let set = templates.set, !folders.contains(where: \.lacksFiles) else {
            return (nil, findings)
        }
        findings += strings.unused(besides: templates.usedWords, told: findings)
        findings += ThemeText.scripts(of: files).sorted { $0.path < $1.path }.flatMap {
            ScriptRequests.findings(in: $0, origin: origin)
        }
        let own = assets(files, without: Set(stylesheets.map(\.value)))
        var stylesheet = join(stylesheets, files: files, findings: &findings) + (accent.map(AccentStyle.css) ?? [])
        // What lacks a file says which name is near; that the file is of no use would be the same mistake again.
        if !findings.contains(where: { $0.severity == .error }) {
            findings += UnusedThemeFiles.findings(
                in: folders, stylesheets: Set(stylesheets.map(\.value)), includedTemplates: templates.included)
        }
        if let origin, stylesheet.firstIndex(of: "var(--site-origin)") != nil {
            stylesheet += ":root { --site-origin: \"\(origin)\"; }\n".utf8
        }
        let theme = Theme(
            name: name.value, words: words, stylesheet: stylesheet, assets: own, templates: set,
            pictureSizes: chain.lazy.compactMap(\.description.pictureSizes).first ?? "100vw",
            photoSizes: chain.lazy.compactMap { $0.description.photoSizes ?? $0.description.pictureSizes }.first
                ?? "100vw",
            accent: chain.lazy.compactMap(\.description.accent).first ?? 0x0F5C63,
            assetsURL: Theme.assetsURL(stylesheet: stylesheet, assets: own),
            sources: files.filter { $0.key.hasSuffix(".mustache") || $0.key.hasSuffix(".css") })
        return (theme, findings)
    }

    private static func join(
        _ stylesheets: [Located<String>], files: [String: SourceFile], findings: inout [Diagnostic]
    ) -> [UInt8] {
        var joined: [UInt8] = []
        for stylesheet in stylesheets {
            guard let file = files[stylesheet.value] else {
                findings.append(
                    Diagnostic(
                        .themeMissingFile, at: stylesheet.range,
                        message: LocalizedText(
                            zh: "主题中没有样式文件“\(stylesheet.value)”。",
                            en: "The theme has no style sheet “\(stylesheet.value)”."),
                        help: suggestion(for: stylesheet.value, among: files.keys.filter { $0.hasSuffix(".css") })))
                continue
            }
            if let unclosed = StylesheetBalance.finding(in: file) { findings.append(unclosed) }
            // A sheet that is emptied with reason says so in a comment.
            if file.bytes.allSatisfy({ $0 <= 0x20 }) {
                findings.append(
                    Diagnostic(
                        .themeUnusedFile, at: file.start,
                        message: LocalizedText(
                            zh: "样式文件“\(stylesheet.value)”是空的。", en: "The style sheet “\(stylesheet.value)” is empty."),
                        help: LocalizedText(
                            zh: "请恢复其中的样式；确实不要的，从 theme.yaml 的 stylesheets 里删去，或写一句注释。",
                            en:
                                "Put its styles back; if none are wanted, take it from stylesheets in theme.yaml, or write a comment into it."
                        )))
            }
            joined += StylesheetText.published(file.bytes)
            if joined.last != UInt8(ascii: "\n") { joined.append(UInt8(ascii: "\n")) }
        }
        return joined
    }

    private static func assets(_ files: [String: SourceFile], without joined: Set<String>) -> [String: [UInt8]] {
        let published = files.filter { path, _ in
            path.hasPrefix("assets/") && !joined.contains(path) && !path.hasSuffix(".css")
        }.mapValues(\.bytes)
        let scripts = ScriptModules(published.filter { $0.key.hasSuffix(".js") }).published
        return published.filter { !$0.key.hasSuffix(".js") }.merging(scripts) { _, script in script }
    }

    private static func suggestion(for name: String, among names: [String]) -> LocalizedText? {
        NearestName.suggestion(for: name, among: names.sorted()).map {
            LocalizedText(zh: "是否应为“\($0)”？", en: "Did you mean “\($0)”?")
        }
    }

    private static func missing(_ name: Located<String>) -> Diagnostic {
        Diagnostic(
            .themeMissing, at: name.range,
            message: LocalizedText(
                zh: "没有主题“\(name.value)”（themes/\(name.value)/theme.yaml）。",
                en: "There is no theme “\(name.value)” (themes/\(name.value)/theme.yaml)."))
    }

    private static func inheritanceLoop(_ name: Located<String>) -> Diagnostic {
        Diagnostic(
            .themeMissing, at: name.range,
            message: LocalizedText(
                zh: "主题“\(name.value)”直接或间接继承了自己。",
                en: "The theme “\(name.value)” extends itself, directly or through others."))
    }
}
