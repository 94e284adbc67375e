import Diagnostics
import Glibc

/// Why a file was not written.
package enum WritingError: Error, Sendable, Equatable {
    /// Something stands there, and nothing is overwritten.
    case exists(String)
    /// Others changed the file since it was read. It is as they saved it; what was to be written, that file and those that
    /// belong to it, stands at the other paths.
    case changed(String, kept: [String])
    /// The path would lead out of the folder.
    case outside(String)
    /// A folder of the path is none, or a symbolic link.
    case notAFolder(String)
    /// A link, a folder or a device stands in the place of the file.
    case notAFile(String)
    /// The file is larger than it can be read, and would be written back in part.
    case tooLarge(String)
    /// What the system said, as `errno`.
    case system(String, Int32)

    package var message: LocalizedText {
        switch self {
        case .exists(let path):
            LocalizedText(zh: "\(path) 已经存在，没有改动。", en: "\(path) is there already; it was not touched.")
        case .changed(let path, let kept):
            LocalizedText(
                zh: "\(path) 在处理期间被别人改过，没有覆盖：现在的内容仍在 \(path)，本来要写入的内容存为 \(kept.joined(separator: "、"))。请对照后再运行一次。",
                en:
                    "\(path) was changed by somebody else meanwhile and was not written over: it is as they saved it, and what was to be written is in \(kept.joined(separator: ", ")). Compare the two and run the command again."
            )
        case .outside(let path):
            LocalizedText(zh: "“\(path)”不在文件夹之内。", en: "“\(path)” is not inside the folder.")
        case .notAFolder(let path):
            LocalizedText(
                zh: "\(path) 的上级不是文件夹，或是一个链接。", en: "A folder above \(path) is none, or is a link.")
        case .notAFile(let path):
            LocalizedText(zh: "\(path) 不是普通文件。", en: "\(path) is no ordinary file.")
        case .tooLarge(let path):
            LocalizedText(
                zh: "\(path) 太大，读不完，没有改动。", en: "\(path) is too large to be read to its end; it was not touched.")
        case .system(let path, let reason):
            LocalizedText(
                zh: "\(path)：无法写入（\(LocalizedText.systemReason(reason).zh)）。",
                en: "\(path): cannot be written (\(LocalizedText.systemReason(reason).en)).")
        }
    }
}
