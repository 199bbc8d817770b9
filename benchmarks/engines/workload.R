# The workload by R: psych, car, lmtest. Arguments: data file, repetitions.
suppressPackageStartupMessages({
  library(psych)
  library(car)
  library(lmtest)
})

resident_mb <- function() {
  line <- grep("^VmRSS", readLines("/proc/self/status"), value = TRUE)
  as.numeric(strsplit(trimws(line), "[[:space:]]+")[[1]][2]) / 1024
}

arguments <- commandArgs(trailingOnly = TRUE)
cat("baseline_mb", resident_mb(), "\n")
bytes <- file.info(arguments[1])$size
values <- matrix(readBin(arguments[1], "integer", bytes, size = 1), ncol = 31)
colnames(values) <- c(paste0("Q", 1:30), "group")
items <- values[, 1:30]
group <- factor(values[, 31])
rm(values)
scales <- list(A = 1:8, B = 9:16, C = 17:23, D = 24:30)

compute <- function() {
  figures <- c()
  scores <- list()
  for (name in names(scales)) {
    part <- items[, scales[[name]]]
    found <- alpha(part, check.keys = FALSE, warnings = FALSE)
    scores[[name]] <- rowSums(part)
    figures[paste0("alpha.", name)] <- found$total$raw_alpha
    figures[paste0("alpha_deleted.", name)] <- found$alpha.drop$raw_alpha[1]
    figures[paste0("item_total.", name)] <- found$item.stats$raw.r[1]
  }
  scores <- as.data.frame(scores)
  fit <- lm(D ~ A + B + C, data = scores)
  table <- summary(fit)
  figures["slope.A"] <- coef(table)["A", "Estimate"]
  figures["vif.A"] <- vif(fit)["A"]
  figures["f"] <- table$fstatistic["value"]
  figures["durbin_watson"] <- dwtest(fit)$statistic
  figures["breusch_pagan"] <- bptest(fit)$statistic
  figures["levene"] <- leveneTest(scores$D, group, center = mean)[1, "F value"]
  figures["student"] <- t.test(scores$D ~ group, var.equal = TRUE)$statistic
  figures["welch"] <- t.test(scores$D ~ group)$statistic
  figures
}

for (repetition in seq_len(as.integer(arguments[2]))) {
  exact <- Sys.time()
  figures <- compute()
  cat("seconds", as.numeric(difftime(Sys.time(), exact, units = "secs")), "\n")
}
for (name in names(figures)) cat(paste0("figure.", name), sprintf("%.17g", figures[[name]]), "\n")
