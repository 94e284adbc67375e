import Diagnostics
import Glibc

/// What keeps a site from being published. The old site stands as it was.
package enum PublishingError: Error, Sendable, Equatable {
    /// The output folder holds something, and no build of this program.
    case foreignOutput(String)
    /// The output folder holds files besides those of the last build.
    case foreignFiles(output: String, names: [String])
    /// The output folder is, holds, or is in what must not be replaced.
    case protectedOutput(String)
    /// The output folder is in the output of another build, which replaces it with all that is in it.
    case insideOutput(String, of: String)
    /// The output folder is where a file system is mounted, which cannot be replaced.
    case mountPoint(String)
    /// Another build holds the lock.
    case anotherBuildIsRunning(String)
    /// More than half of the pages would go.
    case mostPagesRemoved(count: Int, of: Int, examples: [String])
    /// A file of the site cannot be read.
    case unreadableSource(path: String)
    /// The new site could not be put into the output's place, nor the old one back.
    case oldSiteAside(path: String, errno: Int32)
    /// A system call failed.
    case system(path: String, errno: Int32)

    /// The program's exit code.
    package var exitCode: Int32 {
        switch self {
        case .anotherBuildIsRunning: 75
        case .mostPagesRemoved: 1
        case .foreignOutput, .foreignFiles, .protectedOutput, .insideOutput, .mountPoint, .unreadableSource,
            .oldSiteAside, .system:
            73
        }
    }

    /// The sentence for the person at the terminal.
    package var message: LocalizedText {
        switch self {
        case .foreignOutput(let path): Self.foreignOutputMessage(path)
        case .foreignFiles(let output, let names): Self.foreignFilesMessage(output, names)
        case .protectedOutput(let path):
            LocalizedText(
                zh: "不能输出到“\(path)”：那里是站点的源文件或工作文件，或包含它们。",
                en:
                    "“\(path)” cannot be the output: the site's sources or working files are there, above it or below it."
            )
        case .insideOutput(let path, let other):
            LocalizedText(
                zh: "不能输出到“\(path)”：它在另一个网站的输出文件夹“\(other)”里，那个网站下次生成时会把它删掉。",
                en:
                    "“\(path)” cannot be the output: it is inside “\(other)”, the output of another build, which would remove it."
            )
        case .mountPoint(let path):
            LocalizedText(
                zh: "不能输出到“\(path)”：它是挂载点，不能整个替换。请输出到它下面的一个文件夹，如“\(path)/site”。",
                en:
                    "“\(path)” cannot be the output: it is a mount point, which cannot be replaced. Choose a folder below it, such as “\(path)/site”."
            )
        case .anotherBuildIsRunning(let holder):
            LocalizedText(
                zh: "另一个生成正在写入同一个输出文件夹\(holder.isEmpty ? "" : "（进程 \(holder)）")，请稍后再试。",
                en:
                    "Another build\(holder.isEmpty ? "" : " (process \(holder))") is writing to the same output folder. Try again later."
            )
        case .mostPagesRemoved(let count, let total, let examples): Self.removalMessage(count, of: total, examples)
        case .unreadableSource(let path):
            LocalizedText(
                zh: "无法读取“\(path)”；生成开始时它还读得到。",
                en: "“\(path)” cannot be read; it could be when the build began.")
        case .oldSiteAside(let path, let errno):
            LocalizedText(
                zh: "替换网站时出错（\(LocalizedText.systemReason(errno).zh)），旧网站在“\(path)”，下次生成会先把它放回原处。",
                en:
                    "The site could not be replaced (\(LocalizedText.systemReason(errno).en)). The old one is in “\(path)”; the next build puts it back first."
            )
        case .system(let path, let errno):
            LocalizedText(
                zh: "无法写入“\(path)”：\(LocalizedText.systemReason(errno).zh)。",
                en: "“\(path)” cannot be written: \(LocalizedText.systemReason(errno).en).")
        }
    }

    private static func foreignOutputMessage(_ path: String) -> LocalizedText {
        LocalizedText(
            zh: "输出文件夹“\(path)”里有不是本程序生成的文件。请换一个文件夹，或先把它清空。",
            en:
                "The output folder “\(path)” holds files that this program did not write. Choose another one, or empty it."
        )
    }

    private static func foreignFilesMessage(_ output: String, _ names: [String]) -> LocalizedText {
        LocalizedText(
            zh:
                "输出文件夹“\(output)”里有不是本程序生成的内容：\(PublicationRemark.list(names, zh: true))。生成会整个替换这个文件夹，所以没有发布。要随网站公开的文件请放进站点的 static 文件夹；其他的请移走；确定不要的，加 --remove-foreign 一并删除。",
            en:
                "The output folder “\(output)” holds what this program did not make: \(PublicationRemark.list(names, zh: false)). A build replaces the folder as a whole, so that nothing was published. Put files that belong to the site into its folder static/, move others away, or have them removed with --remove-foreign."
        )
    }

    private static func removalMessage(_ count: Int, of total: Int, _ examples: [String]) -> LocalizedText {
        LocalizedText(
            zh:
                "这次生成会让已发布的 \(total) 个页面中的 \(count) 个消失（如 \(examples.joined(separator: "、"))），没有发布，原来的网站保持不变。常见原因是 content 所在的磁盘没有挂载，或内容没有取全。确实要删除时，加 --allow-removals。",
            en:
                "This build would take \(count) of \(total) published pages from the site (such as \(examples.joined(separator: ", "))). Nothing was published, and the old site stands as it was. Often the disk with content/ is not mounted, or the content is there in part only. If the pages are meant to go, add --allow-removals."
        )
    }
}
