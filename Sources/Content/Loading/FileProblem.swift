import Diagnostics
import Rules
import Values

/// Why a file cannot be taken into the site as such, whatever is in it.
package enum FileProblem {
    case symbolicLink
    case special
    /// With the reason, where it is known.
    case unreadable(LocalizedText? = nil)
    case tooLarge(byteCount: Int, limit: Int)

    /// The problem of something that was found on the disk; `nil` for a file.
    package init?(_ listing: Workspace.Listing) {
        switch listing.entry {
        case .file: return nil
        case .symbolicLink: self = .symbolicLink
        case .special: self = .special
        case .unreadable(let reason): self = .unreadable(reason)
        }
    }

    package func diagnostic(_ path: SitePath) -> Diagnostic { diagnostic(path.text) }

    /// - Parameter path: as it is shown; a name that is not UTF-8 is no path of a site.
    package func diagnostic(_ path: String) -> Diagnostic {
        let place = SourceFile(path: path, bytes: []).start
        switch self {
        case .symbolicLink:
            return Diagnostic(
                .fileSymbolicLink, at: place,
                message: LocalizedText(zh: "“\(path)”是符号链接。", en: "“\(path)” is a symbolic link."),
                help: LocalizedText(zh: "请把文件本身放进站点。", en: "Put the file itself into the site."))
        case .special:
            return Diagnostic(
                .fileUnreadable, at: place,
                message: LocalizedText(zh: "“\(path)”不是普通文件。", en: "“\(path)” is no regular file."))
        case .unreadable(let reason):
            return Diagnostic(
                .fileUnreadable, at: place,
                message: LocalizedText(
                    zh: "“\(path)”无法读取" + (reason.map { "（\($0.zh)）。" } ?? "。"),
                    en: "“\(path)” cannot be read" + (reason.map { " (\($0.en))." } ?? ".")),
                help: LocalizedText(zh: "请检查文件名和读取权限。", en: "Check its name and its permissions."))
        case .tooLarge(let byteCount, let limit):
            return Diagnostic(
                .fileTooLarge, at: place,
                message: LocalizedText(
                    zh: "“\(path)”有 \((byteCount + 1023) / 1024) KiB，上限是 \(limit / 1024) KiB。",
                    en: "“\(path)” has \((byteCount + 1023) / 1024) KiB; \(limit / 1024) KiB is the limit."))
        }
    }
}
