import Diagnostics

/// What a person should know of a publication, though it succeeded.
package enum PublicationRemark: Sendable, Equatable {
    /// A build before was killed between two steps; the site it took aside stands again.
    case repaired(String)
    /// The old output held what no build made. It is not on the site any more, and was kept.
    case kept(at: String, names: [String])
    /// Of the old output something could not be removed. The next build tries again.
    case stuck(at: String, names: [String])

    /// The sentence for the person at the terminal.
    package var message: LocalizedText {
        switch self {
        case .repaired(let output):
            LocalizedText(
                zh: "上次生成在替换“\(output)”时中断，旧网站已先放回原处。",
                en: "An earlier build was cut off while it replaced “\(output)”; the old site was put back first.")
        case .kept(let folder, let names):
            LocalizedText(
                zh: "旧的输出文件夹里有不是本程序生成的内容（\(Self.list(names, zh: true))），没有删除，移到了“\(folder)”。",
                en:
                    "The old output held what this program did not make (\(Self.list(names, zh: false))); it was not deleted and is in “\(folder)” now."
            )
        case .stuck(let folder, let names):
            LocalizedText(
                zh: "网站已经发布，只是旧文件没有删干净：“\(folder)”里的 \(Self.list(names, zh: true)) 无法删除。下次生成会再试，也可以请管理员删除。",
                en:
                    "The site is published, but old files are left: in “\(folder)”, \(Self.list(names, zh: false)) cannot be removed. The next build tries again; an administrator may remove them."
            )
        }
    }

    private static let maximumNames = 5

    /// The first names, and how many more there are.
    static func list(_ names: [String], zh: Bool) -> String {
        let shown = names.sorted().prefix(maximumNames).map { VisibleText.oneLine($0) }
        let rest = names.count - shown.count
        let text = shown.joined(separator: zh ? "、" : ", ")
        guard rest > 0 else { return text }
        return text + (zh ? "等 \(names.count) 项" : " and \(rest) more")
    }
}
