import Content
import Diagnostics
import Markdown
import Rules
import SiteModel
import Values

/// Why no link can lead to a file, whether it is there or not.
enum UnreachableFile {
    /// It lies outside of `content/`.
    case outsideContent
    /// It, or a folder that it lies in, has a name that is never published: `.draft.txt`, `~$form.docx`.
    case hidden(name: String)

    /// `nil` for a file that would be published if it were there.
    init?(_ file: String, site: Site) {
        guard file.hasPrefix("content/") else {
            self = .outsideContent
            return
        }
        guard let name = file.split(separator: "/").map(String.init).first(where: Workspace.isHidden) else {
            return nil
        }
        self = .hidden(name: name)
    }

    /// - Parameter suggestion: the destination as it may be meant.
    func finding(
        _ destination: String, suggestion: String?, in path: SitePath, at range: SourceRange, url: String?
    ) -> Diagnostic {
        let shown = VisibleText.oneLine(destination)
        switch self {
        case .outsideContent:
            return Diagnostic(
                .brokenLink, at: range,
                message: LocalizedText(
                    zh: "“\(shown)”指到 content 文件夹之外。", en: "“\(shown)” leads out of the folder content."),
                help: suggestion.map { LocalizedText(zh: "是否应为“\($0)”？", en: "Did you mean “\($0)”?") }
                    ?? LocalizedText(
                        zh: "路径从本文件所在的文件夹 \(path.folder)/ 算起；要链接的文件放在 content 里面。",
                        en:
                            "The path starts from this file's folder \(path.folder)/; what is linked stands below content/."
                    ),
                replacement: suggestion, url: url)
        case .hidden(let name):
            return Diagnostic(
                .brokenLink, at: range,
                message: LocalizedText(
                    zh: "“\(shown)”不会公开：“\(name)”是隐藏文件或临时文件的名称。",
                    en: "“\(shown)” is not published: “\(name)” is the name of a hidden or temporary file."),
                help: LocalizedText(
                    zh: "请给文件改名（不以 . 开头），再改这个链接。", en: "Rename the file, without a dot before its name, and this link."),
                url: url)
        }
    }
}
