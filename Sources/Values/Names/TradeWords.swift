/// Words that names of teams and enterprises of municipal engineering are made of, written down by hand.
///
/// Where both of two names have a word at the place in which they differ, they are two names: 检修 is not 抢修. Where one
/// of them has none, it is a slip: nobody means 推铺.
enum TradeWords {
    /// The words, by length.
    static func isOne(_ word: Substring) -> Bool { words.contains(String(word)) }

    /// Whether a text begins with one of the words.
    static func begin(_ text: Substring) -> Bool { (2...longest).contains { isOne(text.prefix($0)) } }

    /// Whether one of the words stands anywhere in a text.
    static func areIn(_ text: String) -> Bool {
        text.indices.contains { start in
            (2...longest).contains { length in
                text.index(start, offsetBy: length, limitedBy: text.endIndex).map { isOne(text[start..<$0]) } ?? false
            }
        }
    }

    static let longest = 3

    private static let words: Set<String> = Set(
        list.split(whereSeparator: \.isWhitespace).map(String.init).filter { (2...longest).contains($0.count) })

    private static let list = """
        市政 路桥 水务 轨道 排水 养护 工程 建设 建筑 施工 安装 管理 维护 管护 监护 道路 公路 铁路 桥梁 隧道 隧洞 地铁 地下 地上 地基 基坑
        桥面 桥墩 桥台 桥架 大桥 立交 高架 高空 高速 快速 匝道 涵洞 箱涵 管廊 管道 管网 管线 管片 管桩 管材 管件 渠道 航道 河道 街道 车道
        步道 赛道 通道 廊道 干道 索道 路面 路基 路灯 路缘 路牙 路侧 路边 路口 路段 路网 路政 线路 电路 公交 沥青 摊铺 铺装 铺设
        铺砌 铺轨 砌筑 砌石 砌体 浇筑 浇灌 灌注 灌浆 注浆 压浆 喷浆 喷锚 喷射 混凝土 水泥 砂浆 钢筋 钢构 钢管 钢桥 钢轨 钢板 钢模 钢结构
        模板 模架 支架 支模 支护 脚手架 架子工 架桥 架梁 架设 架线 焊接 焊工 电焊 气焊 木工 瓦工 泥工 油工 漆工 电工 钳工 管工 起重 吊装 吊车
        起吊 塔吊 机械 机电 机修 机务 机组 机房 设备 设施 仪表 仪器 测量 测绘 测试 检测 检修 检查 检验 检漏 试验 实验 化验 质检 质量 安全
        抢修 抢险 抢建 维修 大修 中修 小修 保养 保洁 保障 保温 应急 防汛 防洪 防水 防腐 防护 防撞 排涝 排污 排放 排查 排洪 清淤 清疏 清洗
        清洁 清扫 清运 疏通 疏浚 疏捞 污水 雨水 雨污 供水 给水 净水 制水 中水 再生水 自来水 上水 下水 进水 出水 取水 输水 引水 调水 原水 用水
        节水 水电 水厂 水质 水利 水处理 水泵 水管 水池 水库 水系 水环境 水上 泵站 泵房 泵车 闸门 闸站 闸泵 阀门 井盖 检查井 窨井 污泥 脱水
        燃气 煤气 天然气 供气 输气 供热 供暖 热力 热网 供电 变电 配电 输电 电气 电力 电缆 电梯 电信 通信 信号 信息 网络 监控 监测 监理 监察
        监督 照明 亮化 美化 绿化 园林 景观 苗木 花卉 环卫 环保 环境 环路 环线 垃圾 焚烧 填埋 转运 中转 收运 收费 巡查 巡检 巡视 巡护 值班
        值守 调度 调蓄 调试 运行 运营 运输 运维 盾构 掘进 顶管 顶进 开挖 挖掘 挖机 土方 土建 土石方 石方 爆破 拆除 拆迁 拌合 拌和 搅拌
        预制 预应力 张拉 钻孔 钻探 打桩 桩基 桩工 桩机 成孔 成桩 旋挖 支撑 连续墙 围护 围挡 围堰 衬砌 二衬 初支 初期 后期 前期 主体 附属
        装饰 装修 装配 装卸 涂装 涂料 标线 标志 标识 标牌 标化 护栏 护坡 栏杆 隔离 声屏障 交通 交安 客运 货运 车辆 车站 车间 车队 驾驶 维保
        乘务 站务 票务 客服 服务 热线 营业 抄表 收费站 计量 计划 技术 技能 工艺 工法 工务 工作 工匠 工区 工段 工地 创新 攻关 先锋 突击 示范
        青年 巾帼 党员 综合 机动 特种 专业 作业 操作 生产 加工 制作 制造 材料 物资 物业 仓储 仓库 后勤 食堂 保卫 消防 安保 安检 环检 沉井
        沉管 沉降 围岩 岩土 勘察 勘测 设计 咨询 科技 实业 投资 发展 开发 控股 产业 资源 能源 生态 城建 城乡 城投 住建 交建 建工 建投
        基础 基建 市容 市场 施救 拖运 夜间 夜景 日间 日常 常规 专项 公用 公共 事业 协会 研究 中心 总承包 承包 劳务 建材 商砼 砼 石材 沥青路
        标准 文明 精品 精细 匠心 河长 河湖 湖泊 湿地 海绵 驳岸 堤防 堤岸 堤坝 大坝 坝体 护岸 码头 港口 港务 港航 船闸 船舶 疏港 打捞 潜水
        绿道 绿地 草坪 乔木 公园 广场 停车 站点 候车 站台 站房 站场 屏蔽门 接触网 轨枕 道岔 道床 道闸 道口 线上 线下 车载 牵引 制动 空调
        通风 排风 给排水 暖通 弱电 强电 高压 低压 中压 调压 变频 加压 减压 加氯 加药 投药 絮凝 沉淀 过滤 滤池 曝气 生化 深度 消毒 膜 臭氧
        中控 自控 自动 智能 智慧 数字 数据 档案 资料 造价 预算 结算 合同 经营 采购 质安 安质 质控 精益 改进 小组 班组 团队 部门 科室
        公司 集团 有限 责任 股份 分公司 总公司 第一 一体化 改造 改建 扩建 新建 续建 重建 翻建 翻修 修缮 修补 修复 加固 补强 切割 切缝 灌缝 裂缝
        坑槽 铣刨 碾压 压实 压路 平整 整治 整修 挖补 罩面 封层 稀浆 微表处 热再生 冷再生 拓宽 人行道 盲道 侧石 平石 窨井盖 雨水口 边坡 边沟
        挡墙 排水沟 截污 纳管 分流 合流 溢流 提升 提标 泄洪 水闸 水渠 水源 水表 表务 管养 管维 道桥 桥隧 隧养 路养 桥检 铺管 挖沟 沟槽 回填
        降水 井点 钢支撑 钢围檩 地连墙 旋喷 冻结 始发 接收 管棚 小导管 锚杆 土钉 台车 架机 门吊 龙门吊 电瓶车 机车 轨行 铺架 梁场 制梁 提梁 运梁
        """
}
